// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a job's counters ten times a second, in a thread of its own, while somebody looks. */
public final class Ticker implements AutoCloseable {
    private static final int MILLIS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ticker").factory());

    /** Starts to show. */
    public Ticker(Progress progress, Consumer<Progress.Snapshot> show) {
        var unused = thread.scheduleWithFixedDelay(
                () -> show.accept(progress.snapshot()), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
