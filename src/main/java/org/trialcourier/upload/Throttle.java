// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.concurrent.TimeUnit;

/**
 * A bandwidth limit shared by all uploads, changeable at any time. Safe for several threads. Bursts of up to a quarter of
 * a second are let through.
 */
public final class Throttle {
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private long bytesPerSecond;
    private long freeAt = System.nanoTime();

    /** A limit in bytes a second; 0 for none. */
    public Throttle(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Changes the limit; 0 for none. */
    public synchronized void limit(long newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
        freeAt = System.nanoTime();
    }

    /** Waits until so many bytes may leave. */
    public void take(int bytes) throws InterruptedException {
        long wait = reserve(bytes);
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private synchronized long reserve(int bytes) {
        if (bytesPerSecond <= 0) {
            return 0;
        }
        long now = System.nanoTime();
        freeAt = Math.max(freeAt, now - BURST_NANOS) + TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
        return freeAt - now;
    }
}
