// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The shape of one direction: bytes come out at the line's rate, each a delay after it went in. */
final class Line {
    /** Pieces under way in one direction: with their size the most that a line holds, 4 MiB. */
    private static final int UNDER_WAY = 256;

    private final BlockingQueue<Piece> under = new ArrayBlockingQueue<>(UNDER_WAY);
    private final OutputStream out;
    private final LongSupplier delayNanos;
    private final LongSupplier bytesPerSecond;
    private long freeAt = System.nanoTime();
    private volatile @Nullable IOException broken;
    private @Nullable Thread carrier;

    /** Bytes under way and when they arrive. */
    private record Piece(byte[] bytes, long dueNanos) {}

    Line(OutputStream out, LongSupplier delayNanos, LongSupplier bytesPerSecond) {
        this.out = out;
        this.delayNanos = delayNanos;
        this.bytesPerSecond = bytesPerSecond;
    }

    void pass(byte[] buffer, int count) throws IOException, InterruptedException {
        long delay = delayNanos.getAsLong();
        long rate = bytesPerSecond.getAsLong();
        if (delay == 0 && rate == 0) {
            out.write(buffer, 0, count);
            return;
        }
        if (broken != null) {
            throw broken;
        }
        if (carrier == null) {
            carrier = Thread.ofVirtual().start(this::carry);
        }
        long now = System.nanoTime();
        long each = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(count) / rate;
        freeAt = Math.max(freeAt, now) + each;
        under.put(new Piece(Arrays.copyOf(buffer, count), freeAt + delay));
    }

    private void carry() {
        try {
            while (true) {
                Piece piece = under.take();
                long wait = piece.dueNanos() - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                out.write(piece.bytes());
            }
        } catch (IOException e) {
            broken = e;
            under.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is still under way arrives before the end does. */
    void end() throws InterruptedException {
        Thread thread = carrier;
        if (thread != null) {
            for (int i = 0; i < 1000 && !under.isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.NANOSECONDS.sleep(delayNanos.getAsLong());
            thread.interrupt();
        }
    }
}
