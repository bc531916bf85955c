// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A part of a file in memory that moves on when something beyond it is asked for. Numbers are little endian. */
final class Window {
    private static final int LENGTH = 16 << 10;
    private static final int STEP = 512;
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
        first = Math.min(LENGTH, (Math.min(expected, LENGTH) / STEP + 1) * STEP);
        channel = file;
        size = fileSize;
        start = 0;
        filled = 0;
        reads = 0;
    }

    long size() {
        return size;
    }

    /** Where some bytes are in {@link #bytes()} after they were read, or -1 where the file has none there. */
    int find(long position, int count) throws IOException {
        long offset = position - start;
        if (offset >= 0 && offset + count <= filled) {
            return (int) offset;
        }
        return count <= LENGTH && position + count <= size && load(position) && count <= filled ? 0 : -1;
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

    /** Where a position is in {@link #bytes()} at the moment, or -1 where it is not in memory. */
    int offset(long position) {
        long offset = position - start;
        return offset >= 0 && offset < filled ? (int) offset : -1;
    }

    /** How many bytes are in memory. */
    int filled() {
        return filled;
    }

    /** The bytes in memory, see {@link #find}. */
    byte[] bytes() {
        return bytes;
    }

    static int int16(byte[] bytes, int at) {
        return (short) INT16.get(bytes, at) & 0xFFFF;
    }

    static int int32(byte[] bytes, int at) {
        return (int) INT32.get(bytes, at);
    }

    static int tag(byte[] bytes, int at) {
        return Integer.rotateLeft(int32(bytes, at), 16);
    }
}
