// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import java.util.Random;

/** Paints the practice images: shapes and noise that look like an examination and belong to nobody. */
final class Phantom {
    /** Stored value = Hounsfield units + this. */
    static final int CT_OFFSET = 1024;

    private static final int AIR = -1000;
    private static final int LUNG = -820;
    private static final int TISSUE = 40;
    private static final int BONE = 700;
    private static final int NODULE = 60;

    private Phantom() {}

    /**
     * One axial slice of a chest.
     *
     * @param level 0 = lowest, 1 = highest slice
     * @return size x size stored values, row by row
     */
    static short[] chest(int size, double level, long seed) {
        Random random = new Random(seed);
        double lung = 0.75 + 0.25 * Math.sin(Math.PI * level);
        short[] pixels = new short[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double x = 2.0 * column / (size - 1) - 1;
                double y = 2.0 * row / (size - 1) - 1;
                int value = AIR;
                if (inside(x, y, 0, 0, 0.88, 0.64)) {
                    value = TISSUE;
                }
                if (inside(x, y, -0.42, -0.03, 0.33 * lung, 0.45 * lung)
                        || inside(x, y, 0.42, -0.03, 0.33 * lung, 0.45 * lung)) {
                    value = LUNG;
                }
                if (inside(x, y, 0, 0.46, 0.11, 0.11)) {
                    value = BONE;
                }
                if (inside(x, y, 0.05, -0.1, 0.14, 0.2)) {
                    value = TISSUE + 20;
                }
                if (Math.abs(level - 0.6) < 0.06 && inside(x, y, -0.5, -0.12, 0.05, 0.05)) {
                    value = NODULE;
                }
                pixels[row * size + column] = (short) (value + CT_OFFSET + Math.round(random.nextGaussian() * 12));
            }
        }
        return clamp(pixels, 0, 4095);
    }

    /** A frontal scout of the chest. */
    static short[] scout(int size, long seed) {
        Random random = new Random(seed);
        short[] pixels = new short[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double x = 2.0 * column / (size - 1) - 1;
                double y = 2.0 * row / (size - 1) - 1;
                int value = inside(x, y, 0, 0.1, 0.8, 0.95) ? 900 : 50;
                if (inside(x, y, -0.38, 0, 0.26, 0.55) || inside(x, y, 0.38, 0, 0.26, 0.55)) {
                    value = 420;
                }
                if (Math.abs(x) < 0.07) {
                    value += 350;
                }
                pixels[row * size + column] = (short) (value + Math.round(random.nextGaussian() * 15));
            }
        }
        return clamp(pixels, 0, 4095);
    }

    /** One axial slice of a head; {@code level} as for {@link #chest}. */
    static short[] head(int size, double level, long seed) {
        Random random = new Random(seed);
        double radius = 0.55 + 0.3 * Math.sin(Math.PI * (0.15 + 0.7 * level));
        short[] pixels = new short[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double x = 2.0 * column / (size - 1) - 1;
                double y = 2.0 * row / (size - 1) - 1;
                int value = 5;
                if (inside(x, y, 0, 0, 0.8 * radius, radius)) {
                    value = 650;
                }
                if (inside(x, y, 0, 0, 0.74 * radius, 0.94 * radius)) {
                    value = 60;
                }
                if (inside(x, y, 0, 0, 0.7 * radius, 0.9 * radius)) {
                    value = 400 + (int) (60 * Math.sin(18 * x) * Math.cos(15 * y));
                }
                if (inside(x, y, -0.12, -0.05, 0.08, 0.22) || inside(x, y, 0.12, -0.05, 0.08, 0.22)) {
                    value = 110;
                }
                pixels[row * size + column] = (short) (value + Math.round(Math.abs(random.nextGaussian()) * 9));
            }
        }
        return clamp(pixels, 0, 4095);
    }

    /** An ultrasound-like fan with text burned into its upper left corner; 8 bits per pixel. */
    static byte[] ultrasound(int columns, int rows, long seed, String... lines) {
        Random random = new Random(seed);
        byte[] pixels = new byte[columns * rows];
        double apexX = columns / 2.0;
        double apexY = rows * 0.12;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double dx = column - apexX;
                double dy = row - apexY;
                double depth = Math.hypot(dx, dy) / rows;
                if (depth > 0.08 && depth < 0.82 && Math.abs(Math.atan2(dx, dy)) < 0.7) {
                    double echo = 70 + 40 * Math.sin(depth * 40) + random.nextGaussian() * 25;
                    if (inside(dx / rows, dy / rows, 0.06, 0.42, 0.12, 0.09)) {
                        echo = 12 + random.nextGaussian() * 6;
                    }
                    pixels[row * columns + column] = (byte) Math.clamp(Math.round(echo), 0, 235);
                }
            }
        }
        int y = 8;
        for (String line : lines) {
            DotFont.draw(line, 10, y, 2, (px, py) -> {
                if (px < columns && py < rows) {
                    pixels[py * columns + px] = (byte) 255;
                }
            });
            y += 20;
        }
        return pixels;
    }

    private static boolean inside(double x, double y, double centerX, double centerY, double radiusX, double radiusY) {
        double dx = (x - centerX) / radiusX;
        double dy = (y - centerY) / radiusY;
        return dx * dx + dy * dy <= 1;
    }

    private static short[] clamp(short[] pixels, int least, int most) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) Math.clamp(pixels[i], least, most);
        }
        return pixels;
    }
}
