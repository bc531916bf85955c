// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Uncompressed pixel data with rectangles blackened as it is read. */
final class MaskedStream extends FilterInputStream {
    private final PixelLayout layout;
    private long position;

    MaskedStream(InputStream in, PixelLayout layout, long position) {
        super(in);
        this.layout = layout;
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
            layout.apply(buffer, from, got, position);
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
