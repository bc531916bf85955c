// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A part of a file in memory that moves on when something beyond it is asked for. Numbers are little endian. */
final class Window {
    private static final int LENGTH = 16 << 10;
    private static final int PAGE = 4 << 10;
    private static final int MOST_READS = 200;

    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteBuffer direct = ByteBuffer.allocateDirect(LENGTH);
    private final byte[] bytes = new byte[LENGTH];
    private @Nullable FileChannel channel;
    private long size;
    private int first = LENGTH;
    private long start;
    private int filled;
    private int reads;

    /**
     * Looks at another file.
     *
     * @param expected how many bytes of its front will probably be needed
     */
    void open(FileChannel file, long fileSize, int expected) {
        first = Math.min(LENGTH, (Math.min(expected, LENGTH) / PAGE + 1) * PAGE);
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
        long offset = position - start;
        if (offset >= 0 && offset + count <= filled) {
            return true;
        }
        return count <= LENGTH && position + count <= size && load(position) && count <= filled;
    }

    private boolean load(long position) throws IOException {
        FileChannel file = channel;
        if (file == null || ++reads > MOST_READS) {
            return false;
        }
        int wanted = (int) Math.min(position == 0 ? first : LENGTH, size - position);
        direct.clear().limit(wanted);
        filled = 0;
        start = position;
        while (filled < wanted) {
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
        return (short) INT16.get(bytes, at(position)) & 0xFFFF;
    }

    int int32(long position) {
        return (int) INT32.get(bytes, at(position));
    }

    int tag(long position) {
        return Integer.rotateLeft(int32(position), 16);
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
