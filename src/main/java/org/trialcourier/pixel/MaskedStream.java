// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Pixel data of which some bytes are changed as they are read: rectangles blackened, comments blanked. */
final class MaskedStream extends FilterInputStream {
    private final Mask mask;
    private long position;

    /** Changes a piece of the pixel data that begins at a position. */
    @FunctionalInterface
    interface Mask {
        void apply(byte[] data, int from, int count, long position);
    }

    MaskedStream(InputStream in, Mask mask, long position) {
        super(in);
        this.mask = mask;
        this.position = position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        int got = in.read(buffer, from, count);
        if (got > 0) {
            mask.apply(buffer, from, got, position);
            position += got;
        }
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(count);
        position += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
