// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trialcourier.dicom.Blob;

/** Some bytes of an image in memory, with the unsigned little endian numbers in them. */
final class Block {
    private static final int MOST = 64 << 20;

    private final ByteBuffer data;

    Block(byte[] data) {
        this.data = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads a part of an image; a part beyond its end, or one too large for a list of names, is damage. */
    static Block read(Blob image, long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > MOST || position + length > image.length()) {
            throw new IOException("the image ends before something it names");
        }
        try (InputStream in = image.open(position)) {
            return new Block(in.readNBytes((int) length));
        }
    }

    int size() {
        return data.capacity();
    }

    int int8(int at) throws IOException {
        check(at, 1);
        return data.get(at) & 0xFF;
    }

    int int16(int at) throws IOException {
        check(at, 2);
        return data.getShort(at) & 0xFFFF;
    }

    long int32(int at) throws IOException {
        check(at, 4);
        return data.getInt(at) & 0xFFFF_FFFFL;
    }

    long int64(int at) throws IOException {
        check(at, 8);
        return data.getLong(at);
    }

    byte[] bytes(int at, int count) throws IOException {
        check(at, count);
        byte[] part = new byte[count];
        data.get(at, part);
        return part;
    }

    private void check(int at, int count) throws IOException {
        if (at < 0 || count < 0 || at + count > data.capacity()) {
            throw new IOException("something in the image is shorter than it should be");
        }
    }
}
