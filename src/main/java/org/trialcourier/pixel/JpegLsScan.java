// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.Arrays;
import org.trialcourier.problem.Phrase;

/** Decodes the lines of a JPEG-LS scan (ISO/IEC 14495-1 A.3 to A.7). */
final class JpegLsScan {
    private static final int[] RUN_BITS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private final JpegLsBits bits;
    private final JpegLsCoding coding;
    private final int components;
    private final int width;
    private int[][] above;
    private int[][] line;
    private final int[] runIndex;

    JpegLsScan(JpegLsBits bits, JpegLsCoding coding, int components, int width) {
        this.bits = bits;
        this.coding = coding;
        this.components = components;
        this.width = width;
        this.above = new int[components][width + 2];
        this.line = new int[components][width + 2];
        this.runIndex = new int[components];
    }

    int position() {
        return bits.position();
    }

    /** The next line of each component, one after the other. */
    int[][] nextLines() throws UndecodableException {
        begin();
        for (int component = 0; component < components; component++) {
            int x = 1;
            while (x <= width) {
                if (isFlat(component, x)) {
                    x = run(component, component + 1, x);
                } else {
                    regular(component, x++);
                }
            }
        }
        return line;
    }

    /** The next line of all components, sample by sample. */
    int[][] nextSamples() throws UndecodableException {
        begin();
        int x = 1;
        while (x <= width) {
            boolean flat = true;
            for (int component = 0; component < components; component++) {
                flat &= isFlat(component, x);
            }
            if (flat) {
                x = run(0, components, x);
            } else {
                for (int component = 0; component < components; component++) {
                    regular(component, x);
                }
                x++;
            }
        }
        return line;
    }

    private void begin() {
        int[][] old = above;
        above = line;
        line = old;
        for (int component = 0; component < components; component++) {
            above[component][width + 1] = above[component][width];
            line[component][0] = above[component][1];
        }
    }

    private boolean isFlat(int component, int x) {
        int[] up = above[component];
        int a = line[component][x - 1];
        return coding.gradient(up[x + 1] - up[x]) == 0
                && coding.gradient(up[x] - up[x - 1]) == 0
                && coding.gradient(up[x - 1] - a) == 0;
    }

    private void regular(int component, int x) throws UndecodableException {
        int[] up = above[component];
        int a = line[component][x - 1];
        int b = up[x];
        int c = up[x - 1];
        int context = 81 * coding.gradient(up[x + 1] - b) + 9 * coding.gradient(b - c) + coding.gradient(c - a);
        int sign = context < 0 ? -1 : 1;
        context = Math.abs(context);
        int predicted = coding.clamp(median(a, b, c) + sign * coding.c[context]);
        int k = JpegLsCoding.parameter(coding.n[context], coding.a[context]);
        int mapped = bits.golomb(k, coding.limit, coding.escapeBits);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
        if (coding.near == 0 && k == 0 && 2 * coding.b[context] <= -coding.n[context]) {
            error = -error - 1;
        }
        coding.learn(context, error);
        line[component][x] = coding.value(predicted, sign * error);
    }

    /** A run of equal values in some components, and the sample that ends it; gives the next position. */
    private int run(int from, int to, int start) throws UndecodableException {
        int x = start;
        while (bits.bit() == 1) {
            int length = 1 << RUN_BITS[runIndex[from]];
            int filled = Math.min(length, width - x + 1);
            fill(from, to, x, filled);
            x += filled;
            if (filled == length && runIndex[from] < RUN_BITS.length - 1) {
                runIndex[from]++;
            }
            if (x > width) {
                return x;
            }
        }
        int rest = bits.bits(RUN_BITS[runIndex[from]]);
        if (x + rest > width) {
            throw new UndecodableException(Phrase.of("pixels.damaged"));
        }
        fill(from, to, x, rest);
        x += rest;
        for (int component = from; component < to; component++) {
            endOfRun(component, x, to - from > 1, runIndex[from]);
        }
        runIndex[from] = Math.max(0, runIndex[from] - 1);
        return x + 1;
    }

    private void fill(int from, int to, int x, int count) {
        for (int component = from; component < to; component++) {
            Arrays.fill(line[component], x, x + count, line[component][x - 1]);
        }
    }

    private void endOfRun(int component, int x, boolean together, int index) throws UndecodableException {
        int a = line[component][x - 1];
        int b = above[component][x];
        int type = !together && Math.abs(a - b) <= coding.near ? 1 : 0;
        int context = JpegLsCoding.RUN + type;
        int sum = coding.a[context] + (type == 1 ? coding.n[context] >> 1 : 0);
        int k = JpegLsCoding.parameter(coding.n[context], sum);
        int coded = bits.golomb(k, coding.limit - RUN_BITS[index] - 1, coding.escapeBits);
        int twice = coded + type;
        boolean odd = (twice & 1) == 1;
        boolean rather = k == 0 && 2 * coding.negative[context] < coding.n[context];
        int size = (twice + 1) >> 1;
        int error = odd != rather ? -size : size;
        coding.learnRun(type, error, coded);
        int sign = type == 0 && a > b ? -1 : 1;
        line[component][x] = coding.value(type == 1 ? a : b, sign * error);
    }

    private static int median(int a, int b, int c) {
        if (c >= Math.max(a, b)) {
            return Math.min(a, b);
        }
        return c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
    }
}
