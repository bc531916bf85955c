// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters that workers add to and a ticker reads, ten times a second. Safe for any number of threads. A job also asks
 * it whether it should stop.
 */
public final class Progress {
    private final AtomicReference<String> phase = new AtomicReference<>("");
    private final AtomicLong totalItems = new AtomicLong(-1);
    private final AtomicLong totalBytes = new AtomicLong(-1);
    private final LongAdder items = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private volatile boolean cancelled;

    /** What is known at one moment; a total of -1 is not known yet. {@code phase} is a key of the message bundle. */
    public record Snapshot(String phase, long items, long totalItems, long bytes, long totalBytes, boolean cancelled) {
        /** Share done, 0 to 1, by bytes where their total is known, else by items; -1 where it is not known. */
        public double share() {
            if (totalBytes > 0) {
                return Math.min(1.0, (double) bytes / totalBytes);
            }
            return totalItems > 0 ? Math.min(1.0, (double) items / totalItems) : -1;
        }
    }

    /** Begins a phase: counters start from zero, totals are unknown. */
    public void begin(String phaseKey) {
        phase.set(phaseKey);
        totalItems.set(-1);
        totalBytes.set(-1);
        items.reset();
        bytes.reset();
    }

    /** Sets what is to be done, or -1 where it is not known. */
    public void total(long itemCount, long byteCount) {
        totalItems.set(itemCount);
        totalBytes.set(byteCount);
    }

    /** Adds finished items. */
    public void addItems(long count) {
        items.add(count);
    }

    /** Adds finished bytes. */
    public void addBytes(long count) {
        bytes.add(count);
    }

    /** Reads the counters. */
    public Snapshot snapshot() {
        return new Snapshot(phase.get(), items.sum(), totalItems.get(), bytes.sum(), totalBytes.get(), cancelled);
    }

    /** Asks the job to stop at its next safe point. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the job was asked to stop. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Stops the calling job where that was asked for, by {@link #cancel()} or by interrupting its thread.
     *
     * @throws InterruptedException when the job should stop
     */
    public void check() throws InterruptedException {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
