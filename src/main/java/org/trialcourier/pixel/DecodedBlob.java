// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.io.InputStream;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.BlobStream;

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
        InputStream in = new Frames(first);
        in.skipNBytes(position - first * frameBytes);
        return in;
    }

    /** The frames from one on, and a byte more where their length is odd. */
    private final class Frames extends BlobStream {
        private byte[] frame = new byte[0];
        private int next;
        private int at;

        private Frames(int first) {
            this.next = first;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            while (at == frame.length) {
                if (next > frames.format().frames()) {
                    return -1;
                }
                frame = load(next++);
                at = 0;
            }
            int copied = Math.min(count, frame.length - at);
            System.arraycopy(frame, at, buffer, from, copied);
            at += copied;
            return copied;
        }

        private byte[] load(int number) throws IOException {
            if (number == frames.format().frames()) {
                return new byte[(int) (length() - frames.format().frameBytes() * number)];
            }
            byte[] loaded = frames.frame(number);
            layout.apply(loaded, 0, loaded.length, 0);
            return loaded;
        }
    }
}
