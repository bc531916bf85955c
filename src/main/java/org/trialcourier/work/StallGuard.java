// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Watches one piece of blocking work from beside: where a counter has not moved for a while, or the work is asked to
 * stop, it breaks the work off. It limits the time without progress, never the whole time.
 */
public final class StallGuard implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final Thread watcher;
    private volatile boolean stalled;

    /**
     * Starts to watch.
     *
     * @param limit the longest time in which the counter may stand still
     * @param moved the counter
     * @param stop whether the work should stop for another reason
     * @param breakOff ends the work from another thread; called at most once
     */
    public StallGuard(Duration limit, LongSupplier moved, BooleanSupplier stop, Runnable breakOff) {
        watcher = Thread.ofVirtual().name("stall-guard").start(() -> watch(limit, moved, stop, breakOff));
    }

    /** Whether the work was broken off because nothing moved. */
    public boolean hasStalled() {
        return stalled;
    }

    private void watch(Duration limit, LongSupplier moved, BooleanSupplier stop, Runnable breakOff) {
        long seen = moved.getAsLong();
        long since = System.nanoTime();
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(Math.clamp(limit.toMillis() / 4, 1, LOOK_MILLIS));
                long now = moved.getAsLong();
                if (now != seen) {
                    seen = now;
                    since = System.nanoTime();
                }
                stalled = System.nanoTime() - since > limit.toNanos();
                if (stalled || stop.getAsBoolean()) {
                    breakOff.run();
                    return;
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
