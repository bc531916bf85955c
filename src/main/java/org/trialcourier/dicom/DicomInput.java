// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a {@link Blob} from front to back, with a look ahead and with positions; the end is never passed silently. */
final class DicomInput implements Closeable {
    private static final int BUFFER = 16 << 10;

    private final Blob blob;
    private final InputStream in;
    private final byte[] buffer;
    private int next;
    private int filled;
    private long bufferStart;
    private boolean ended;

    DicomInput(Blob blob, long position) throws IOException {
        this.blob = blob;
        this.in = blob.open(position);
        this.bufferStart = position;
        long rest = blob.length() < 0 ? BUFFER : blob.length() - position;
        this.buffer = new byte[Math.clamp(rest, 256, BUFFER)];
    }

    Blob blob() {
        return blob;
    }

    long position() {
        return bufferStart + next;
    }

    /** Bytes that can be looked at without moving on, up to a count; fewer only at the end. */
    int available(int wanted) throws IOException {
        while (filled - next < wanted && !ended) {
            if (next > 0) {
                System.arraycopy(buffer, next, buffer, 0, filled - next);
                bufferStart += next;
                filled -= next;
                next = 0;
            }
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                ended = true;
            } else {
                filled += got;
            }
        }
        return Math.min(wanted, filled - next);
    }

    boolean atEnd() throws IOException {
        return available(1) == 0;
    }

    /** A byte ahead, which {@link #available} must have found. */
    int peek(int ahead) {
        return buffer[next + ahead] & 0xFF;
    }

    /** Whether bytes ahead are all zero. */
    boolean isZero(int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[next + i] != 0) {
                return false;
            }
        }
        return true;
    }

    int peekShort(int ahead, boolean big) {
        int first = peek(ahead);
        int second = peek(ahead + 1);
        return big ? first << 8 | second : second << 8 | first;
    }

    int peekInt(int ahead, boolean big) {
        int first = peekShort(ahead, big);
        int second = peekShort(ahead + 2, big);
        return big ? first << 16 | second : second << 16 | first;
    }

    /** A tag ahead: two numbers of 16 bits. */
    int peekTag(int ahead, boolean big) {
        return peekShort(ahead, big) << 16 | peekShort(ahead + 2, big);
    }

    /** Bytes ahead as an array, up to a count that fits the buffer. */
    byte[] peekBytes(int count) throws IOException {
        int found = available(Math.min(count, buffer.length));
        return Arrays.copyOfRange(buffer, next, next + found);
    }

    /** Moves on over bytes that were looked at. */
    void advance(int count) {
        next += count;
    }

    /** Reads exactly so many bytes, or fewer where the end comes first. */
    byte[] read(int count) throws IOException {
        byte[] data = new byte[count];
        int copied = Math.min(count, filled - next);
        System.arraycopy(buffer, next, data, 0, copied);
        next += copied;
        if (copied < count) {
            bufferStart += next;
            next = 0;
            filled = 0;
            int got = in.readNBytes(data, copied, count - copied);
            bufferStart += got;
            if (copied + got < count) {
                ended = true;
                return Arrays.copyOf(data, copied + got);
            }
        }
        return data;
    }

    /** Moves on; says how far that was possible. */
    long skip(long count) throws IOException {
        int inBuffer = (int) Math.min(count, filled - next);
        next += inBuffer;
        long left = count - inBuffer;
        if (left == 0) {
            return count;
        }
        bufferStart += next;
        next = 0;
        filled = 0;
        if (blob.length() >= 0) {
            long possible = Math.min(left, Math.max(0, blob.length() - bufferStart));
            in.skipNBytes(possible);
            bufferStart += possible;
            return count - left + possible;
        }
        while (left > 0) {
            int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                ended = true;
                break;
            }
            left -= got;
            bufferStart += got;
        }
        return count - left;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
