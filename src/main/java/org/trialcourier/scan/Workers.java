// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Several workers that do the same work side by side until each has nothing left to do.
 *
 * @param executor runs them; may also run them on the calling thread
 * @param parallelism how many work at once, the calling thread among them
 */
record Workers(Executor executor, int parallelism) {
    /** What each worker does: takes pieces of work until there are none. */
    interface Work {
        void run() throws InterruptedException;
    }

    Workers {
        parallelism = Math.max(1, parallelism);
    }

    /**
     * Runs the work on the calling thread and on others, and waits for all of them.
     *
     * @throws InterruptedException when one of them was stopped
     */
    void run(Work work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(parallelism - 1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int i = 1; i < parallelism; i++) {
            try {
                executor.execute(() -> {
                    try {
                        work.run();
                    } catch (InterruptedException | RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        done.countDown();
                    }
                });
            } catch (RejectedExecutionException busy) {
                done.countDown();
            }
        }
        try {
            work.run();
        } finally {
            done.await();
        }
        switch (failure.get()) {
            case null -> {
                return;
            }
            case InterruptedException stopped -> throw stopped;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException("a scan worker failed", other);
        }
    }
}
