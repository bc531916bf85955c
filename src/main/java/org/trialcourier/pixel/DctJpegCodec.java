// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.problem.Phrase;

/**
 * JPEG Extended (ISO/IEC 10918-1, processes 2 and 4): of 8 bits by the plug-in of javax.imageio, of 12 bits, which no
 * plug-in reads, by a decoder of our own.
 */
final class DctJpegCodec implements FrameCodec {
    private static final int SOS = 0xDA;

    private final FrameCodec plugin = new ImageIoCodec("JPEG");

    @Override
    public byte[] decode(byte[] data, PixelFormat format) throws UndecodableException {
        try {
            return precision(data) == DctParser.PRECISION
                    ? new DctParser(data, format).parse()
                    : plugin.decode(data, format);
        } catch (IndexOutOfBoundsException damaged) {
            throw new UndecodableException(Phrase.of("pixels.cut-short"));
        }
    }

    /** Bits of a sample as the frame header says; 0 where there is none before the first scan. */
    private static int precision(byte[] data) {
        int at = 2;
        while (at + 4 < data.length) {
            int marker = data[at + 1] & 0xFF;
            if ((data[at] & 0xFF) != 0xFF || marker == SOS) {
                return 0;
            }
            if (marker == 0xFF) {
                at++;
            } else if (DctParser.isFrameHeader(marker)) {
                return data[at + 4];
            } else {
                at += 2 + Math.max(2, (data[at + 2] & 0xFF) << 8 | (data[at + 3] & 0xFF));
            }
        }
        return 0;
    }
}
