// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.Arrays;

/** Parameters and adaptive statistics of a JPEG-LS scan (ISO/IEC 14495-1 A.2, A.6, C.2.4). */
final class JpegLsCoding {
    static final int RUN = 365;
    private static final int CONTEXTS = RUN + 2;
    private static final int DEFAULT_RESET = 64;
    private static final int BIAS = 128;

    final int maxValue;
    final int near;
    final int range;
    final int escapeBits;
    final int limit;
    final int[] a = new int[CONTEXTS];
    final int[] b = new int[CONTEXTS];
    final int[] c = new int[CONTEXTS];
    final int[] n = new int[CONTEXTS];
    final int[] negative = new int[CONTEXTS];
    private final int t1;
    private final int t2;
    private final int t3;
    private final int reset;

    /** {@code presets} holds the three thresholds and the reset value, 0 where the default counts. */
    JpegLsCoding(int maxValue, int near, int[] presets) {
        this.maxValue = maxValue;
        this.near = near;
        this.range = (maxValue + 2 * near) / (2 * near + 1) + 1;
        this.escapeBits = 32 - Integer.numberOfLeadingZeros(range - 1);
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maxValue));
        this.limit = 2 * (bits + Math.max(8, bits));
        int[] usual = usual();
        this.t1 = presets[0] == 0 ? usual[0] : presets[0];
        this.t2 = presets[1] == 0 ? usual[1] : presets[1];
        this.t3 = presets[2] == 0 ? usual[2] : presets[2];
        this.reset = presets[3] == 0 ? DEFAULT_RESET : presets[3];
        Arrays.fill(a, Math.max(2, (range + 32) / 64));
        Arrays.fill(n, 1);
    }

    /** The class of a gradient, -4 to 4. */
    int gradient(int d) {
        int size = Math.abs(d);
        int region = size >= t3 ? 4 : size >= t2 ? 3 : size >= t1 ? 2 : size > near ? 1 : 0;
        return d < 0 ? -region : region;
    }

    /** The Golomb parameter for a sum of errors. */
    static int parameter(int count, int sum) {
        int k = 0;
        while (count << k < sum && k < 24) {
            k++;
        }
        return k;
    }

    /** Learns from a regular error. */
    void learn(int context, int error) {
        b[context] += error * (2 * near + 1);
        a[context] += Math.abs(error);
        halve(context);
        n[context]++;
        if (b[context] <= -n[context]) {
            b[context] = Math.max(b[context] + n[context], 1 - n[context]);
            c[context] = Math.max(-BIAS, c[context] - 1);
        } else if (b[context] > 0) {
            b[context] = Math.min(b[context] - n[context], 0);
            c[context] = Math.min(BIAS - 1, c[context] + 1);
        }
    }

    /** Learns from the error that ended a run. */
    void learnRun(int type, int error, int coded) {
        int context = RUN + type;
        negative[context] += error < 0 ? 1 : 0;
        a[context] += (coded + 1 - type) >> 1;
        if (n[context] == reset) {
            negative[context] >>= 1;
        }
        halve(context);
        n[context]++;
    }

    /** A predicted value with its error, brought back into the range of values. */
    int value(int predicted, int error) {
        int step = 2 * near + 1;
        int value = predicted + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > maxValue + near) {
            value -= range * step;
        }
        return clamp(value);
    }

    int clamp(int value) {
        return Math.max(0, Math.min(maxValue, value));
    }

    private void halve(int context) {
        if (n[context] == reset) {
            a[context] >>= 1;
            b[context] >>= 1;
            n[context] >>= 1;
        }
    }

    private int[] usual() {
        if (maxValue >= 128) {
            int factor = (Math.min(maxValue, 4095) + 128) / 256;
            int first = bounded(factor + 2 + 3 * near, near + 1);
            int second = bounded(4 * factor + 3 + 5 * near, first);
            return new int[] {first, second, bounded(17 * factor + 4 + 7 * near, second)};
        }
        int factor = 256 / (maxValue + 1);
        int first = bounded(Math.max(2, 3 / factor + 3 * near), near + 1);
        int second = bounded(Math.max(3, 7 / factor + 5 * near), first);
        return new int[] {first, second, bounded(Math.max(4, 21 / factor + 7 * near), second)};
    }

    private int bounded(int value, int least) {
        return value > maxValue || value < least ? least : value;
    }
}
