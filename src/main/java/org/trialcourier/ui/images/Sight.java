// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.trialcourier.pixel.Box;

/** Which part of an image is seen, and how large: the whole image at first. */
final class Sight {
    private static final double MOST = 20;

    private double zoom = 1;
    private double shiftX;
    private double shiftY;
    private Rectangle2D place = Rectangle2D.EMPTY;
    private double scale = 1;

    /** Fits an image into a pane. */
    void fit(double width, double height, int columns, int rows) {
        scale = Math.max(1e-6, Math.min(width / columns, height / rows) * zoom);
        double wide = columns * scale;
        double high = rows * scale;
        place = new Rectangle2D((width - wide) / 2 + shiftX, (height - high) / 2 + shiftY, wide, high);
    }

    /** Makes what is at a point larger or smaller without moving it. */
    void zoom(double factor, double x, double y, double width, double height) {
        double next = Math.clamp(zoom * factor, 1, MOST);
        double by = next / zoom;
        shiftX = (x - width / 2) * (1 - by) + shiftX * by;
        shiftY = (y - height / 2) * (1 - by) + shiftY * by;
        zoom = next;
        if (zoom == 1) {
            whole();
        }
    }

    void move(double x, double y) {
        if (zoom > 1) {
            shiftX += x;
            shiftY += y;
        }
    }

    void whole() {
        zoom = 1;
        shiftX = 0;
        shiftY = 0;
    }

    /** Where the image stands in the pane. */
    Rectangle2D place() {
        return place;
    }

    /** A rectangle of the image on the pane. */
    Rectangle2D onPane(Box box) {
        return new Rectangle2D(
                place.getMinX() + box.x() * scale,
                place.getMinY() + box.y() * scale,
                box.width() * scale,
                box.height() * scale);
    }

    /** A point of the pane in the image. */
    Point2D inImage(double x, double y) {
        return new Point2D((x - place.getMinX()) / scale, (y - place.getMinY()) / scale);
    }
}
