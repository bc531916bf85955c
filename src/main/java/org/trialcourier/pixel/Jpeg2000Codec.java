// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.problem.Phrase;

/**
 * JPEG 2000 (ISO/IEC 15444-1) by the plug-in of javax.imageio, but for streams in several layers ordered by resolution:
 * the plug-in was seen to lose their last layers without a word.
 */
final class Jpeg2000Codec implements FrameCodec {
    private static final int COD = 0x52;
    private static final int SOT = 0x90;
    private static final int LAYER_FIRST = 0;

    private final FrameCodec plugin = new ImageIoCodec("JPEG2000");

    @Override
    public byte[] decode(byte[] data, PixelFormat format) throws UndecodableException {
        for (int at = 0; at + 8 < data.length && !isMarker(data, at, SOT); at++) {
            if (isMarker(data, at, COD) && data[at + 5] != LAYER_FIRST && layers(data, at) > 1) {
                throw new UndecodableException(Phrase.of("pixels.unsupported", "JPEG 2000 (layers by resolution)"));
            }
        }
        return plugin.decode(data, format);
    }

    private static boolean isMarker(byte[] data, int at, int code) {
        return (data[at] & 0xFF) == 0xFF && (data[at + 1] & 0xFF) == code;
    }

    private static int layers(byte[] data, int at) {
        return ((data[at + 6] & 0xFF) << 8) | (data[at + 7] & 0xFF);
    }
}
