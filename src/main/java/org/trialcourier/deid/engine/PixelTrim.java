// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.Arrays;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;

/** Cuts off what stands behind the last pixel of uncompressed pixel data, where anything may hide (PS3.5 8.1.1). */
final class PixelTrim {
    private static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    private static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;

    private PixelTrim() {}

    /** The element as long as the image needs it; the same object where nothing stands behind. */
    static Element trim(DataSet image, Element pixels) {
        long needed = neededBytes(image, pixels.tag());
        if (needed <= 0) {
            return pixels;
        }
        long even = needed + (needed & 1);
        return switch (pixels.value()) {
            case Value.Bytes bytes -> {
                if (bytes.data().length <= even && !hasPad(bytes.data(), needed)) {
                    yield pixels;
                }
                byte[] cut = Arrays.copyOf(Arrays.copyOf(bytes.data(), (int) needed), (int) even);
                yield new Element(pixels.tag(), pixels.vr(), cut);
            }
            case Value.InFile inFile -> {
                if (inFile.length() <= even) {
                    yield pixels;
                }
                Value cut = new Value.InFile(inFile.source(), inFile.offset(), even, inFile.swapUnit());
                yield new Element(pixels.tag(), pixels.vr(), cut);
            }
            default -> pixels;
        };
    }

    static boolean isPixels(int tag) {
        return tag == Tag.PIXEL_DATA || tag == FLOAT_PIXEL_DATA || tag == DOUBLE_FLOAT_PIXEL_DATA;
    }

    /** Bytes of all frames, or 0 where the image does not say. */
    static long neededBytes(DataSet image, int tag) {
        long frames = image.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        long pixels = (long) image.integer(Tag.ROWS).orElse(0)
                * image.integer(Tag.COLUMNS).orElse(0);
        long samples = image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        long bits =
                switch (tag) {
                    case FLOAT_PIXEL_DATA -> 32;
                    case DOUBLE_FLOAT_PIXEL_DATA -> 64;
                    default -> image.integer(Tag.BITS_ALLOCATED).orElse(0);
                };
        if (samples == 3 && image.text(Tag.PHOTOMETRIC_INTERPRETATION).endsWith("_422")) {
            samples = 2;
        }
        long all = Math.max(1, frames) * pixels * samples * bits;
        return (all + 7) / 8;
    }

    private static boolean hasPad(byte[] data, long needed) {
        return data.length == needed + 1 && data[data.length - 1] != 0;
    }
}
