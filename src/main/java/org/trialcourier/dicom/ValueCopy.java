// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Copies values that stayed in their files; one that follows the last in the same file is read on from there. */
final class ValueCopy implements Closeable {
    private static final int CHUNK = 1 << 17;

    private final OutputStream out;
    private byte[] buffer = {};
    private @Nullable Blob blob;
    private @Nullable InputStream in;
    private long position;

    ValueCopy(OutputStream out) {
        this.out = out;
    }

    /**
     * Copies a value.
     *
     * @param swapUnit size of the numbers to be written in big endian order, 1 for bytes and for little endian
     */
    void write(Value.InFile value, int swapUnit) throws IOException {
        InputStream source = at(value);
        boolean turn = value.swapUnit() != swapUnit;
        long left = value.length();
        if (buffer.length < Math.min(left, CHUNK)) {
            buffer = new byte[(int) Math.min(left, CHUNK)];
        }
        while (left > 0) {
            int count = source.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < Math.min(left, buffer.length)) {
                throw new EOFException("the source ends within a value");
            }
            byte[] chunk = buffer;
            if (turn) {
                chunk = java.util.Arrays.copyOf(buffer, count);
                ByteOrderSwap.swap(chunk, value.swapUnit());
                ByteOrderSwap.swap(chunk, swapUnit);
            }
            out.write(chunk, 0, count);
            left -= count;
            position += count;
        }
    }

    private InputStream at(Value.InFile value) throws IOException {
        InputStream open = in;
        if (open != null && value.source().equals(blob) && value.offset() >= position) {
            open.skipNBytes(value.offset() - position);
        } else {
            close();
            open = value.source().open(value.offset());
            blob = value.source();
            in = open;
        }
        position = value.offset();
        return open;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
