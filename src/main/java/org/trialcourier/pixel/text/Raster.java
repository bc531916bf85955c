// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;

/** Colours in memory, 0xRRGGBB, row by row. */
record Raster(int width, int height, int[] colours) {

    static Raster of(Picture picture) {
        int[] colours = new int[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                colours[y * picture.width() + x] = picture.pixels().at(x, y) & 0xFFFFFF;
            }
        }
        return new Raster(picture.width(), picture.height(), colours);
    }

    /** A part that lies within. */
    Raster part(Box box) {
        int[] part = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(colours, (box.y() + y) * width + box.x(), part, y * box.width(), box.width());
        }
        return new Raster(box.width(), box.height(), part);
    }

    /** Turned by a quarter, so that text that runs upwards runs to the right. */
    Raster turned() {
        int[] turned = new int[colours.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + (height - 1 - y)] = colours[y * width + x];
            }
        }
        return new Raster(/* width= */ height, /* height= */ width, turned);
    }

    /** Another size: the mean of what falls into a pixel, or what lies between pixels. */
    Raster scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        boolean smaller = newWidth < width && newHeight < height;
        int[] scaled = new int[newWidth * newHeight];
        double stepX = (double) width / newWidth;
        double stepY = (double) height / newHeight;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                scaled[y * newWidth + x] = smaller
                        ? mean(x * stepX, y * stepY, stepX, stepY)
                        : between(x * stepX, y * stepY, stepX, stepY);
            }
        }
        return new Raster(newWidth, newHeight, scaled);
    }

    private int mean(double left, double top, double wide, double high) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int y = (int) top; y < Math.min(height, Math.max(top + high, (int) top + 1.0)); y++) {
            for (int x = (int) left; x < Math.min(width, Math.max(left + wide, (int) left + 1.0)); x++) {
                int colour = colours[y * width + x];
                red += colour >> 16;
                green += colour >> 8 & 0xFF;
                blue += colour & 0xFF;
                count++;
            }
        }
        return (red / count) << 16 | (green / count) << 8 | blue / count;
    }

    private int between(double left, double top, double stepX, double stepY) {
        double x = Math.clamp(left + stepX / 2 - 0.5, 0, width - 1.0);
        double y = Math.clamp(top + stepY / 2 - 0.5, 0, height - 1.0);
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(width - 1, x0 + 1);
        int y1 = Math.min(height - 1, y0 + 1);
        double right = x - x0;
        double down = y - y0;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = (colours[y0 * width + x0] >> shift & 0xFF) * (1 - right)
                    + (colours[y0 * width + x1] >> shift & 0xFF) * right;
            double lower = (colours[y1 * width + x0] >> shift & 0xFF) * (1 - right)
                    + (colours[y1 * width + x1] >> shift & 0xFF) * right;
            mixed |= (int) Math.round(upper * (1 - down) + lower * down) << shift;
        }
        return mixed;
    }

    /** Whether everything has nearly one colour, so that nothing can be written in it. */
    boolean isBlank() {
        int first = colours[0];
        for (int colour : colours) {
            if (Math.abs((colour >> 16) - (first >> 16)) > FAINT
                    || Math.abs((colour >> 8 & 0xFF) - (first >> 8 & 0xFF)) > FAINT
                    || Math.abs((colour & 0xFF) - (first & 0xFF)) > FAINT) {
                return false;
            }
        }
        return true;
    }

    private static final int FAINT = 6;
}
