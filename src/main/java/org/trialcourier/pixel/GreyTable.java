// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.Optional;
import org.trialcourier.dicom.DataSet;

/**
 * A table of greys that an image brings along, one for each value (VOI LUT Sequence, PS3.3 C.11.2.1.1). Values before the
 * first entry look like the first, those after the last like the last.
 */
final class GreyTable implements Greys {
    private static final int VOI_LUT_SEQUENCE = 0x00283010;
    private static final int DESCRIPTOR = 0x00283002;
    private static final int DATA = 0x00283006;
    private static final int ALL_ENTRIES = 65536;
    private static final int SIGN = 0x8000;
    private static final int BYTE = 8;

    private final int[] greys;
    private final double first;
    private final Rescale rescale;

    private GreyTable(int[] greys, double first, Rescale rescale) {
        this.greys = greys;
        this.first = first;
        this.rescale = rescale;
    }

    /** The first table of an image; none where it has none that makes sense. */
    static Optional<GreyTable> of(DataSet image, PixelFormat format) {
        if (image.items(VOI_LUT_SEQUENCE).isEmpty()) {
            return Optional.empty();
        }
        DataSet table = image.items(VOI_LUT_SEQUENCE).getFirst();
        double[] descriptor = table.decimals(DESCRIPTOR);
        double[] data = table.decimals(DATA);
        if (descriptor.length < 3 || data.length == 0) {
            return Optional.empty();
        }
        int size = descriptor[0] == 0 ? ALL_ENTRIES : (int) descriptor[0];
        boolean packed = data.length * 2 == size;
        int bits = Math.clamp((long) descriptor[2], BYTE, 2 * BYTE);
        boolean inverted = format.photometric().equals("MONOCHROME1");
        int[] greys = new int[size];
        for (int i = 0; i < size; i++) {
            int value = packed ? (int) data[i / 2] >> (i % 2 * BYTE) & 0xFF : (int) data[Math.min(i, data.length - 1)];
            int grey = Math.clamp(value & 0xFFFF, 0, (1 << bits) - 1) >> (bits - BYTE);
            greys[i] = inverted ? 255 - grey : grey;
        }
        Rescale rescale = Rescale.of(image);
        boolean negative = (format.signed() || rescale.intercept() < 0) && descriptor[1] >= SIGN;
        return Optional.of(new GreyTable(greys, negative ? descriptor[1] - 2 * SIGN : descriptor[1], rescale));
    }

    /** A window over all values that the table names, for a person who wants another one. */
    Window window(boolean inverted) {
        return Window.between(rescale, first, first + greys.length - 1, inverted);
    }

    @Override
    public int of(int stored) {
        return greys[(int) Math.clamp(Math.round(rescale.of(stored) - first), 0L, greys.length - 1L)];
    }
}
