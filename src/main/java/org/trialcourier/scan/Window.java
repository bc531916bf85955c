// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A part of a file in memory that moves on when something beyond it is asked for. Numbers are little endian. */
final class Window {
    private static final int LENGTH = 16 << 10;
    private static final int MOST_READS = 200;

    private final ByteBuffer direct = ByteBuffer.allocateDirect(LENGTH);
    private final byte[] bytes = new byte[LENGTH];
    private @Nullable FileChannel channel;
    private long size;
    private long start;
    private int filled;
    private int reads;

    /** Looks at another file. */
    void open(FileChannel file, long fileSize) {
        channel = file;
        size = fileSize;
        start = 0;
        filled = 0;
        reads = 0;
    }

    long size() {
        return size;
    }

    /** Whether some bytes are there; afterwards they are in the window. */
    boolean has(long position, int count) throws IOException {
        if (position >= start && position + count <= start + filled) {
            return true;
        }
        return count <= LENGTH && position + count <= size && load(position) && count <= filled;
    }

    private boolean load(long position) throws IOException {
        FileChannel file = channel;
        if (file == null || ++reads > MOST_READS) {
            return false;
        }
        direct.clear();
        filled = 0;
        start = position;
        while (filled < Math.min(LENGTH, size - position)) {
            int got = file.read(direct, position + filled);
            if (got <= 0) {
                break;
            }
            filled += got;
        }
        direct.flip();
        direct.get(bytes, 0, filled);
        return true;
    }

    /** The window's bytes, with {@link #at} telling where a position is. */
    byte[] bytes() {
        return bytes;
    }

    int at(long position) {
        return (int) (position - start);
    }

    int int8(long position) {
        return bytes[at(position)] & 0xFF;
    }

    int int16(long position) {
        return int8(position) | int8(position + 1) << 8;
    }

    int int32(long position) {
        return int16(position) | int16(position + 2) << 16;
    }

    int tag(long position) {
        return int16(position) << 16 | int16(position + 2);
    }

    /** ASCII text without padding. */
    String text(long position, int count) {
        int end = count;
        while (end > 0 && int8(position + end - 1) <= ' ') {
            end--;
        }
        return new String(bytes, at(position), end, StandardCharsets.ISO_8859_1);
    }
}
