// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.ByteArrayOutputStream;

/** Encodes samples of 12 bits as sequential JPEG, each code of fixed length and each coefficient exact but for rounding. */
final class DctEncoder {
    private static final int[] ZIGZAG = zigzag();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int width;
    private final int height;
    private final int restart;
    private int bits;
    private int count;

    /** For an image; {@code restart} units between two restart markers, 0 for none. */
    DctEncoder(int width, int height, int restart) {
        this.width = width;
        this.height = height;
        this.restart = restart;
    }

    /** Encodes planes, all in one scan or each in its own; a plane after the first may have half the width. */
    byte[] encode(int[][] planes, boolean together, boolean halved) {
        bytes(0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0xFF, 0xC1, 0xFF, 0xDB, 0, 131, 0x10);
        for (int i = 0; i < 64; i++) {
            bytes(0, 1);
        }
        bytes(0xFF, 0xC1, 0, 8 + 3 * planes.length, 12, height >> 8, height, width >> 8, width, planes.length);
        for (int i = 0; i < planes.length; i++) {
            bytes(i + 1, halved && i == 0 ? 0x21 : 0x11, 0);
        }
        bytes(0xFF, 0xC4, 0, 19 + 16, 0x00, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (int i = 0; i < 16; i++) {
            bytes(i);
        }
        bytes(0xFF, 0xC4, 1, 3, 0x10, 0, 0, 0, 0, 0, 0, 0, 240, 0, 0, 0, 0, 0, 0, 0, 0);
        for (int i = 0; i < 240; i++) {
            bytes(i / 15 << 4 | i % 15);
        }
        bytes(0xFF, 0xDD, 0, 4, restart >> 8, restart);
        for (int first = 0; first < planes.length; first += together ? planes.length : 1) {
            scan(planes, first, together ? planes.length : 1, halved);
        }
        bytes(0xFF, 0xD9);
        return out.toByteArray();
    }

    private void scan(int[][] planes, int first, int number, boolean halved) {
        bytes(0xFF, 0xDA, 0, 6 + 2 * number, number);
        for (int i = first; i < first + number; i++) {
            bytes(i + 1, 0);
        }
        bytes(0, 63, 0);
        int[] predictions = new int[planes.length];
        int unitWidth = halved && (number > 1 || first > 0) ? 16 : 8;
        int across = Math.ceilDiv(width, unitWidth);
        for (int unit = 0; unit < across * Math.ceilDiv(height, 8); unit++) {
            if (restart > 0 && unit > 0 && unit % restart == 0) {
                flush();
                bytes(0xFF, 0xD0 | unit / restart - 1 & 7);
                predictions = new int[planes.length];
            }
            for (int plane = first; plane < first + number; plane++) {
                int blocks = halved && plane == 0 && number > 1 ? 2 : 1;
                int planeWidth = halved && plane > 0 ? Math.ceilDiv(width, 2) : width;
                for (int b = 0; b < blocks; b++) {
                    int x = (unit % across * blocks + b) * 8;
                    int[] coefficients = transform(planes[plane], planeWidth, x, unit / across * 8);
                    predictions[plane] = block(coefficients, predictions[plane]);
                }
            }
        }
        flush();
    }

    private int block(int[] coefficients, int prediction) {
        int difference = coefficients[0] - prediction;
        int size = size(difference);
        put(size, 5);
        number(difference, size);
        int zeros = 0;
        for (int i = 1; i < 64; i++) {
            int value = coefficients[ZIGZAG[i]];
            if (value == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 15; zeros -= 16) {
                put(15 * 15, 8);
            }
            put(zeros * 15 + size(value), 8);
            number(value, size(value));
            zeros = 0;
        }
        if (zeros > 0) {
            put(0, 8);
        }
        return coefficients[0];
    }

    private int[] transform(int[] plane, int planeWidth, int left, int top) {
        int[] coefficients = new int[64];
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                double sum = 0;
                for (int i = 0; i < 64; i++) {
                    int x = Math.min(planeWidth - 1, left + i % 8);
                    int y = Math.min(height - 1, top + i / 8);
                    sum += (plane[y * planeWidth + x] - 2048)
                            * Math.cos((2 * (i % 8) + 1) * u * Math.PI / 16)
                            * Math.cos((2 * (i / 8) + 1) * v * Math.PI / 16);
                }
                double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
                coefficients[8 * v + u] = (int) Math.round(sum * scale);
            }
        }
        return coefficients;
    }

    private static int size(int value) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    private void number(int value, int size) {
        put(value < 0 ? value + (1 << size) - 1 : value, size);
    }

    private void put(int value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            bits = bits << 1 | value >> i & 1;
            if (++count == 8) {
                bytes(bits);
                if ((bits & 0xFF) == 0xFF) {
                    bytes(0);
                }
                bits = 0;
                count = 0;
            }
        }
    }

    private void flush() {
        while (count > 0) {
            put(1, 1);
        }
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }

    private static int[] zigzag() {
        int[] order = new int[64];
        int at = 0;
        for (int sum = 0; sum < 15; sum++) {
            for (int i = Math.max(0, sum - 7); i <= Math.min(7, sum); i++) {
                order[at++] = sum % 2 == 0 ? (sum - i) * 8 + i : i * 8 + sum - i;
            }
        }
        return order;
    }
}
