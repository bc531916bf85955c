// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a value that stays in its file, in little endian order; a value cut short is an error, never a short read. */
final class PartStream extends BlobStream {
    private static final int CHUNK = 65_536;

    private final InputStream in;
    private final int unit;
    private final long length;
    private long position;
    private byte[] pending = new byte[0];
    private int next;

    PartStream(Value.InFile part) throws IOException {
        this.in = part.source().open(part.offset());
        this.unit = part.swapUnit();
        this.length = part.length();
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        if (unit > 1) {
            return readSwapped(buffer, from, count);
        }
        int wanted = (int) Math.min(count, length - position);
        int got = in.read(buffer, from, wanted);
        if (got <= 0) {
            throw new EOFException("the source ends within a value");
        }
        position += got;
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        if (unit > 1) {
            return super.skip(count);
        }
        long skipped = in.skip(Math.clamp(count, 0, length - position));
        position += skipped;
        return skipped;
    }

    private int readSwapped(byte[] buffer, int from, int count) throws IOException {
        if (next >= pending.length) {
            int chunk = (int) Math.min(CHUNK, length - position);
            pending = in.readNBytes(chunk);
            if (pending.length < chunk) {
                throw new EOFException("the source ends within a value");
            }
            ByteOrderSwap.swap(pending, unit);
            next = 0;
        }
        int copied = Math.min(count, pending.length - next);
        System.arraycopy(pending, next, buffer, from, copied);
        next += copied;
        position += copied;
        return copied;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
