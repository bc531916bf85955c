// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

/** Values of the samples of one frame, wherever they stand. */
final class Samples {
    private final PixelFormat format;
    private final byte[] frame;

    Samples(PixelFormat format, byte[] frame) {
        this.format = format;
        this.frame = frame;
    }

    /** A value with its sign; colours of more than eight bits are brought down to eight. */
    int at(int x, int y, int sample) {
        int pixel = y * format.columns() + x;
        if (format.isSubsampled()) {
            int pair = pixel / 2 * 4;
            return frame[sample == 0 ? pair + pixel % 2 : pair + 1 + sample] & 0xFF;
        }
        int index =
                format.planar() ? sample * format.columns() * format.rows() + pixel : pixel * format.samples() + sample;
        int value = raw(index);
        return format.samples() == 1 ? value : value >> Math.max(0, format.bitsStored() - 8);
    }

    private int raw(int index) {
        int bytes = format.sampleBytes();
        int value = 0;
        for (int b = bytes - 1; b >= 0; b--) {
            value = (value << 8) | (frame[index * bytes + b] & 0xFF);
        }
        int shift = 32 - Math.min(32, Math.max(1, format.bitsStored()));
        return format.signed() ? value << shift >> shift : value << shift >>> shift;
    }
}
