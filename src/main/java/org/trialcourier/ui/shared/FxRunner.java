// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Runs each job on a virtual thread and hands its outcome over on the UI thread. Nothing else crosses over. */
public final class FxRunner implements JobRunner {
    private final Map<Progress, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    @Override
    public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Progress progress = new Progress();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        running.put(progress, ended);
        Thread.ofVirtual().name("window-job").start(() -> {
            try {
                run(job, progress, done, failed);
            } finally {
                running.remove(progress);
                ended.complete(null);
            }
        });
        return progress;
    }

    /** Ends what was begun and waits for it, at most that long: nobody closes a folder in which something is just being written. */
    public void finish(Duration patience) {
        running.keySet().forEach(Progress::cancel);
        CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static <T> void run(
            Job<T> job, Progress progress, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = job.run(progress);
        } catch (InterruptedException stopped) {
            return;
        } catch (Exception e) {
            hand(progress, () -> failed.accept(e));
            return;
        } catch (OutOfMemoryError | StackOverflowError e) {
            hand(progress, () -> failed.accept(new IllegalStateException(e)));
            return;
        }
        hand(progress, () -> done.accept(result));
    }

    private static void hand(Progress progress, Runnable outcome) {
        Platform.runLater(() -> {
            if (!progress.isCancelled()) {
                outcome.run();
            }
        });
    }
}
