// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.problem.Phrase;

/**
 * Clears overlays that old devices keep in the bits of the pixels which hold no value (PS3.3 C.9.2, retired): drawings
 * and text that no rule for overlay attributes reaches.
 */
public final class HiddenPlanes {
    private static final int FIRST_GROUP = 0x60000000;
    private static final int LAST_GROUP = 0x601E0000;
    private static final int NEXT_GROUP = 0x00020000;
    private static final int OVERLAY_BIT_POSITION = 0x0102;
    private static final int OVERLAY_DATA = 0x3000;

    private HiddenPlanes() {}

    /** Whether an image keeps an overlay in its pixels. */
    public static boolean isIn(DataSet image) {
        for (int group = FIRST_GROUP; group <= LAST_GROUP; group += NEXT_GROUP) {
            boolean inPixels = image.integer(group | OVERLAY_BIT_POSITION).orElse(0) > 0;
            if (inPixels && !image.hasValue(group | OVERLAY_DATA)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Clears the bits of the pixels that hold no value.
     *
     * @param original the file whose layout counts
     * @param target its pixels are replaced
     * @throws UndecodableException where the pixels are compressed or not of 16 bits
     */
    public static void clear(DicomFile original, DataSet target) throws UndecodableException {
        PixelFormat format = PixelFormat.of(original.data());
        Element pixels = target.get(Tag.PIXEL_DATA);
        int high = original.data().integer(0x00280102).orElse(format.bitsStored() - 1);
        boolean plain = pixels != null && !(pixels.value() instanceof Value.Fragments);
        if (pixels == null || !plain || format.bitsAllocated() != 16 || high != format.bitsStored() - 1) {
            throw new UndecodableException(Phrase.of("pixels.hidden"));
        }
        Blob cleared = new Cleared(pixels, format.bitsStored(), format.signed());
        target.put(new Element(pixels.tag(), pixels.vr(), new Value.InFile(cleared, 0, cleared.length(), 1)));
    }

    private record Cleared(Element pixels, int bits, boolean signed) implements Blob {
        @Override
        public long length() {
            return pixels.length();
        }

        @Override
        public InputStream open(long position) throws IOException {
            InputStream in = pixels.open();
            in.skipNBytes(position & ~1L);
            InputStream whole = new Stream(in, bits, signed);
            whole.skipNBytes(position & 1);
            return whole;
        }
    }

    /** Clears two bytes at a time. */
    private static final class Stream extends FilterInputStream {
        private final int bits;
        private final boolean signed;
        private int pending = -1;

        private Stream(InputStream in, int bits, boolean signed) {
            super(in);
            this.bits = bits;
            this.signed = signed;
        }

        @Override
        public int read() throws IOException {
            if (pending >= 0) {
                int second = pending;
                pending = -1;
                return second;
            }
            int low = in.read();
            int high = in.read();
            if (low < 0) {
                return -1;
            }
            int value = (low | (Math.max(0, high) << 8)) << (32 - bits);
            int cleared = signed ? value >> (32 - bits) : value >>> (32 - bits);
            pending = high < 0 ? -1 : (cleared >> 8) & 0xFF;
            return cleared & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (pending >= 0 || count < 2) {
                int one = count == 0 ? 0 : read();
                if (count > 0 && one >= 0) {
                    buffer[from] = (byte) one;
                }
                return count == 0 ? 0 : one < 0 ? -1 : 1;
            }
            int got = in.readNBytes(buffer, from, count & ~1);
            for (int at = from; at + 1 < from + got; at += 2) {
                int value = ((buffer[at] & 0xFF) | ((buffer[at + 1] & 0xFF) << 8)) << (32 - bits);
                int cleared = signed ? value >> (32 - bits) : value >>> (32 - bits);
                buffer[at] = (byte) cleared;
                buffer[at + 1] = (byte) (cleared >> 8);
            }
            return got == 0 ? -1 : got;
        }

        @Override
        public long skip(long count) throws IOException {
            long done = 0;
            while (done < count && read() >= 0) {
                done++;
            }
            return done;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
