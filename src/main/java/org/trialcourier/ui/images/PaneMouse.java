// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Box;
import org.trialcourier.submit.SeriesWriting.Place;

/**
 * What the mouse does on the picture. The wheel turns pages, with Ctrl it zooms; the right button moves the picture; the
 * left one takes hold of a cover or a found place, and elsewhere changes brightness or, in cover mode, draws a cover.
 */
final class PaneMouse {
    private static final double PER_WINDOW = 400;
    private static final double ZOOM_STEP = 1.2;

    private final ImagePane pane;
    private final ImagesViewModel model;
    private @Nullable Drag drag;
    private double fromX;
    private double fromY;

    PaneMouse(ImagePane pane, ImagesViewModel model) {
        this.pane = pane;
        this.model = model;
    }

    void listen() {
        pane.setOnScroll(this::scroll);
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(this::release);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            pane.zoom(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.getX(), event.getY());
        } else if (event.getDeltaY() != 0) {
            model.turn(event.getDeltaY() < 0 ? 1 : -1);
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        fromX = event.getX();
        fromY = event.getY();
        drag = null;
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Point2D at = pane.sight().inImage(fromX, fromY);
        List<Mask> covers = model.here();
        for (Mask mask : covers.reversed()) {
            Rectangle2D on = pane.sight().onPane(mask.box());
            if (on.contains(fromX, fromY)) {
                model.covers().picked().set(mask);
                drag = Drag.holding(mask, on, fromX, fromY, at);
                return;
            }
        }
        model.covers().picked().set(null);
        for (Place place : model.places().here()) {
            if (pane.sight().onPane(place.box()).contains(fromX, fromY)) {
                model.places().picked().set(place);
                return;
            }
        }
        model.places().picked().set(null);
        if (model.covering().get()) {
            drag = Drag.drawing(at);
        }
    }

    private void drag(MouseEvent event) {
        double x = event.getX() - fromX;
        double y = event.getY() - fromY;
        if (drag != null) {
            pane.draw(drag.at(pane.sight().inImage(event.getX(), event.getY())));
            return;
        }
        if (event.isSecondaryButtonDown() || event.isMiddleButtonDown()) {
            pane.sight().move(x, y);
            pane.requestLayout();
        } else {
            model.adjust(y / PER_WINDOW, Math.exp(x / PER_WINDOW));
        }
        fromX = event.getX();
        fromY = event.getY();
    }

    private void release(MouseEvent event) {
        Drag done = drag;
        drag = null;
        pane.draw(null);
        boolean moved = Math.hypot(event.getX() - fromX, event.getY() - fromY) > 2;
        if (done == null || !moved) {
            return;
        }
        Box box = done.at(pane.sight().inImage(event.getX(), event.getY()));
        Mask mask = done.mask();
        if (box != null && mask == null) {
            model.cover(box);
        } else if (box != null && mask != null) {
            model.covers().reshape(mask, box);
        }
    }
}
