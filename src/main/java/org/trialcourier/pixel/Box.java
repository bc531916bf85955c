// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

/**
 * A rectangle of an image, in pixels from its upper left corner. It may reach beyond the image; what does is ignored.
 */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box has a width and a height");
        }
    }

    /** Whether nearly all of another box lies within this one. */
    public boolean covers(Box other) {
        long wide = Math.min(x + (long) width, other.x + (long) other.width) - Math.max(x, other.x);
        long high = Math.min(y + (long) height, other.y + (long) other.height) - Math.max(y, other.y);
        return wide > 0 && high > 0 && wide * high * 10 >= 9L * other.width * other.height;
    }

    /** The part within an image, or null where there is none. */
    @org.jspecify.annotations.Nullable
    Box within(int columns, int rows) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        int right = (int) Math.min(columns, (long) x + width);
        int bottom = (int) Math.min(rows, (long) y + height);
        return right > left && bottom > top ? new Box(left, top, right - left, bottom - top) : null;
    }
}
