// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.List;

/**
 * Where the bytes of a rectangle stand in uncompressed pixel data, and what they become. Black is the lowest value, for
 * MONOCHROME1 the highest; the padding value where the image names one.
 */
final class PixelLayout {
    private final List<Box> boxes;
    private final byte[] fill;
    private final int unitPixels;
    private final int rowBytes;
    private final int rows;

    private PixelLayout(List<Box> boxes, byte[] fill, int unitPixels, int rowBytes, int rows) {
        this.boxes = boxes;
        this.fill = fill;
        this.unitPixels = unitPixels;
        this.rowBytes = rowBytes;
        this.rows = rows;
    }

    /** A layout with rectangles that lie within the image; {@code grey} is what grey and palette pixels become. */
    static PixelLayout of(PixelFormat format, List<Box> boxes, int grey) {
        int bytes = format.sampleBytes();
        if (format.isSubsampled() && !format.planar()) {
            byte[] pair = {0, 0, (byte) 128, (byte) 128};
            return new PixelLayout(boxes, pair, 2, format.columns() * 2, format.rows());
        }
        if (format.samples() == 1) {
            return new PixelLayout(boxes, value(grey, bytes), 1, format.columns() * bytes, format.rows());
        }
        if (format.planar()) {
            // Planes are as good as images below each other; only RGB comes in planes that can be blackened alike.
            return new PixelLayout(boxes, value(0, bytes), 1, format.columns() * bytes, format.rows());
        }
        byte[] pixel = new byte[3 * bytes];
        if (format.photometric().startsWith("YBR_FULL") || format.photometric().startsWith("YBR_PARTIAL")) {
            byte[] middle = value(1 << (format.bitsStored() - 1), bytes);
            System.arraycopy(middle, 0, pixel, bytes, bytes);
            System.arraycopy(middle, 0, pixel, 2 * bytes, bytes);
        }
        return new PixelLayout(boxes, pixel, 1, format.columns() * 3 * bytes, format.rows());
    }

    /** Blackens what of the rectangles is in a piece of the pixel data that begins at a position. */
    void apply(byte[] data, int from, int count, long position) {
        long end = position + count;
        for (long row = position / rowBytes; row * rowBytes < end; row++) {
            int y = (int) (row % rows);
            for (Box box : boxes) {
                if (y >= box.y() && y < box.y() + box.height()) {
                    long first = row * rowBytes + (long) (box.x() / unitPixels) * fill.length;
                    int last = (box.x() + box.width() + unitPixels - 1) / unitPixels;
                    long behind = Math.min(row * rowBytes + (long) last * fill.length, (row + 1) * rowBytes);
                    for (long at = Math.max(first, position); at < Math.min(behind, end); at++) {
                        data[from + (int) (at - position)] = fill[(int) ((at - first) % fill.length)];
                    }
                }
            }
        }
    }

    private static byte[] value(int number, int bytes) {
        byte[] value = new byte[bytes];
        for (int b = 0; b < bytes; b++) {
            value[b] = (byte) (number >> (8 * b));
        }
        return value;
    }
}
