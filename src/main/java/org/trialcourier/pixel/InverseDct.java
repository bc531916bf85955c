// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

/** The inverse cosine transform of a block of 8 by 8 (ISO/IEC 10918-1, A.3.3), rows first, in double precision. */
final class InverseDct {
    private static final double[] BASE = base();

    private final int middle;
    private final double[] rows = new double[64];

    /** For samples of so many bits. */
    InverseDct(int precision) {
        this.middle = 1 << (precision - 1);
    }

    private static double[] base() {
        double[] base = new double[64];
        for (int x = 0; x < 8; x++) {
            for (int u = 0; u < 8; u++) {
                base[8 * x + u] = (u == 0 ? Math.sqrt(0.5) : 1) / 2 * Math.cos((2 * x + 1) * u * Math.PI / 16);
            }
        }
        return base;
    }

    /** Makes samples, none below 0 or above the highest value, from coefficients. */
    void transform(int[] coefficients, short[] samples) {
        for (int v = 0; v < 8; v++) {
            for (int x = 0; x < 8; x++) {
                double sum = 0;
                for (int u = 0; u < 8; u++) {
                    sum += BASE[8 * x + u] * coefficients[8 * v + u];
                }
                rows[8 * v + x] = sum;
            }
        }
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                double sum = 0;
                for (int v = 0; v < 8; v++) {
                    sum += BASE[8 * y + v] * rows[8 * v + x];
                }
                samples[8 * y + x] = (short) Math.clamp(Math.round(sum) + middle, 0, 2 * middle - 1);
            }
        }
    }
}
