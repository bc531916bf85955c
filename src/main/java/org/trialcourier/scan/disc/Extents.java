// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.BlobStream;

/** The bytes of a file in an image: pieces of the image one after the other, some perhaps never written. */
record Extents(Blob image, List<Piece> pieces, long length) implements Blob {
    /** A piece of an image; one at {@link #NOWHERE} is zeros. */
    record Piece(long position, long length) {
        static final long NOWHERE = -1;
    }

    Extents {
        pieces = List.copyOf(pieces);
    }

    /** Whether all of it lies within the image. */
    boolean isThere() {
        long sum = 0;
        for (Piece piece : pieces) {
            if (piece.position() + piece.length() > image.length()) {
                return false;
            }
            sum += piece.length();
        }
        return sum >= length;
    }

    @Override
    public InputStream open(long position) {
        return new Reading(position);
    }

    private final class Reading extends BlobStream {
        private long position;
        private int at;
        private long passed;
        private @Nullable InputStream in;

        Reading(long position) {
            this.position = position;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (position >= length) {
                return -1;
            }
            while (at < pieces.size() && position >= passed + pieces.get(at).length()) {
                passed += pieces.get(at++).length();
                close();
            }
            if (at == pieces.size()) {
                throw new EOFException("a file of the image is cut short");
            }
            Piece piece = pieces.get(at);
            long end = Math.min(passed + piece.length(), length);
            int wanted = (int) Math.min(count, end - position);
            int got =
                    piece.position() == Piece.NOWHERE ? zeros(buffer, from, wanted) : part(piece, buffer, from, wanted);
            if (got < 0) {
                throw new EOFException("the image is cut short");
            }
            position += got;
            return got;
        }

        private int part(Piece piece, byte[] buffer, int from, int count) throws IOException {
            InputStream open = in;
            if (open == null) {
                open = image.open(piece.position() + position - passed);
                in = open;
            }
            return open.read(buffer, from, count);
        }

        private static int zeros(byte[] buffer, int from, int count) {
            java.util.Arrays.fill(buffer, from, from + count, (byte) 0);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.clamp(count, 0, Math.max(0, length - position));
            if (skipped > 0) {
                position += skipped;
                close();
            }
            return skipped;
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
                in = null;
            }
        }
    }
}
