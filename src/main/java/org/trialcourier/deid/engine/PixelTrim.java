// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.pixel.FrameHeaders;

/**
 * Takes out of pixel data what is no pixel, where anything may hide: what stands behind the last one of uncompressed data
 * (PS3.5 8.1.1), comments and data of applications in compressed pictures.
 */
final class PixelTrim {
    private static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    private static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;

    private PixelTrim() {}

    /** The element as long as the image needs it; the same object where nothing stands behind. */
    static Element trim(DataSet image, Element pixels) {
        if (pixels.value() instanceof Value.Fragments) {
            return withoutComments(pixels);
        }
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

    private static Element withoutComments(Element pixels) {
        try {
            return FrameHeaders.withoutComments(pixels);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static boolean isOffsetTable(int tag) {
        return tag == Tag.EXTENDED_OFFSET_TABLE || tag == Tag.EXTENDED_OFFSET_TABLE_LENGTHS;
    }

    /** Whether the pictures stay where the Extended Offset Table (PS3.3 C.7.6.3.1.8) says; without it they are found, too. */
    static boolean keepsOffsets(DataSet image) {
        Element pixels = image.get(Tag.PIXEL_DATA);
        return pixels == null || withoutComments(pixels).equals(pixels);
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
