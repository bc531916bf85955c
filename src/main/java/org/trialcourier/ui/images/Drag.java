// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Box;

/** A drag that draws a cover, moves one or pulls at its edges; all in pixels of the image. */
final class Drag {
    private static final double EDGE = 7;

    private final Point2D from;
    private final @Nullable Mask mask;
    private final boolean left;
    private final boolean right;
    private final boolean top;
    private final boolean bottom;

    private Drag(Point2D from, @Nullable Mask mask, boolean left, boolean right, boolean top, boolean bottom) {
        this.from = from;
        this.mask = mask;
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
    }

    static Drag drawing(Point2D from) {
        return new Drag(from, null, false, false, false, false);
    }

    /** Takes hold of a cover where the pointer is: near an edge to pull it, elsewhere to move it. */
    static Drag holding(Mask mask, Rectangle2D onPane, double x, double y, Point2D from) {
        return new Drag(
                from,
                mask,
                x - onPane.getMinX() < EDGE,
                onPane.getMaxX() - x < EDGE,
                y - onPane.getMinY() < EDGE,
                onPane.getMaxY() - y < EDGE);
    }

    @Nullable
    Mask mask() {
        return mask;
    }

    /** What the cover is when the pointer is here; null while it is a point. */
    @Nullable
    Box at(Point2D now) {
        if (mask == null) {
            return box(from.getX(), from.getY(), now.getX(), now.getY());
        }
        Box old = mask.box();
        double x = now.getX() - from.getX();
        double y = now.getY() - from.getY();
        boolean whole = !left && !right && !top && !bottom;
        return box(
                old.x() + (left || whole ? x : 0),
                old.y() + (top || whole ? y : 0),
                old.x() + old.width() + (right || whole ? x : 0),
                old.y() + old.height() + (bottom || whole ? y : 0));
    }

    private static @Nullable Box box(double x1, double y1, double x2, double y2) {
        int x = (int) Math.round(Math.min(x1, x2));
        int y = (int) Math.round(Math.min(y1, y2));
        int width = (int) Math.round(Math.abs(x2 - x1));
        int height = (int) Math.round(Math.abs(y2 - y1));
        return width > 1 && height > 1 ? new Box(x, y, width, height) : null;
    }
}
