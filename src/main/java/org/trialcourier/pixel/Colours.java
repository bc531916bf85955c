// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.dicom.DataSet;

/** Colours for the screen: palettes (PS3.3 C.7.6.3.1.5) and YCbCr (C.7.6.3.1.2). */
final class Colours {
    private static final int DESCRIPTOR = 0x00281101;
    private static final int DATA = 0x00281201;

    private final int[] table;
    private final int first;

    private Colours(int[] table, int first) {
        this.table = table;
        this.first = first;
    }

    /** The palette of an image; where it has none, everything is black. */
    static Colours palette(DataSet image) {
        double[] descriptor = image.decimals(DESCRIPTOR);
        int size = descriptor.length < 3 ? 1 : descriptor[0] == 0 ? 65536 : (int) descriptor[0];
        int[] table = new int[size];
        for (int channel = 0; channel < 3 && descriptor.length >= 3; channel++) {
            double[] data = image.decimals(DATA + channel);
            // Sixteen-bit entries count by their upper byte; eight-bit ones may be packed two by two.
            boolean packed = data.length * 2 == size;
            for (int i = 0; i < size; i++) {
                int value = packed ? (int) data[i / 2] >> (i % 2 * 8) : i < data.length ? (int) data[i] : 0;
                int eight = !packed && descriptor[2] > 8 ? value >> 8 : value;
                table[i] |= (eight & 0xFF) << (16 - 8 * channel);
            }
        }
        return new Colours(table, descriptor.length < 3 ? 0 : (int) descriptor[1]);
    }

    int at(int index) {
        return table[Math.max(0, Math.min(table.length - 1, index - first))];
    }

    static int pack(int red, int green, int blue) {
        return ((red & 0xFF) << 16) | ((green & 0xFF) << 8) | (blue & 0xFF);
    }

    static int fromLuminance(int y, int cb, int cr) {
        return pack(
                clamp(y + 1.402 * (cr - 128)),
                clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)),
                clamp(y + 1.772 * (cb - 128)));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
