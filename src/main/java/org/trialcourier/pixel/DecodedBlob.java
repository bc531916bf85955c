// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.trialcourier.dicom.Blob;

/** Compressed pixel data as uncompressed one with rectangles blackened; one frame at a time is held in memory. */
record DecodedBlob(FrameReader frames, PixelLayout layout) implements Blob {
    @Override
    public long length() {
        long bytes = frames.format().frameBytes() * frames.format().frames();
        return bytes + (bytes & 1);
    }

    @Override
    public InputStream open(long position) throws IOException {
        long frameBytes = frames.format().frameBytes();
        int first = (int) Math.min(position / frameBytes, frames.format().frames());
        InputStream in = new SequenceInputStream(new Rest(first));
        try {
            in.skipNBytes(position - first * frameBytes);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
        return in;
    }

    /** The frames from one on, and a byte more where their length is odd. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private final class Rest implements Enumeration<InputStream> {
        private int next;

        private Rest(int first) {
            this.next = first;
        }

        @Override
        public boolean hasMoreElements() {
            return next <= frames.format().frames();
        }

        @Override
        public InputStream nextElement() {
            int count = frames.format().frames();
            if (next > count) {
                throw new NoSuchElementException();
            }
            int number = next++;
            if (number == count) {
                return new ByteArrayInputStream(new byte[(int) (frames.format().frameBytes() * count & 1)]);
            }
            try {
                byte[] frame = frames.frame(number);
                layout.apply(frame, 0, frame.length, 0);
                return new ByteArrayInputStream(frame);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
