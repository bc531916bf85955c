// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;

/** A {@link Blob} as a channel for reading with positions, best used mostly forward. */
final class BlobChannel implements SeekableByteChannel {
    private final Blob blob;
    private @Nullable InputStream in;
    private long streamAt;
    private long position;
    private boolean open = true;

    BlobChannel(Blob blob) {
        this.blob = blob;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (position >= blob.length()) {
            return -1;
        }
        InputStream stream = at(position);
        byte[] buffer = new byte[target.remaining()];
        int got = stream.read(buffer, 0, buffer.length);
        if (got > 0) {
            target.put(buffer, 0, got);
            position += got;
            streamAt = position;
        }
        return got;
    }

    private InputStream at(long wanted) throws IOException {
        InputStream stream = in;
        if (stream == null || streamAt != wanted) {
            closeStream();
            stream = new java.io.BufferedInputStream(blob.open(wanted), 1 << 16);
            in = stream;
            streamAt = wanted;
        }
        return stream;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return blob.length();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        closeStream();
    }

    private void closeStream() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
