// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.List;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Box;
import org.trialcourier.submit.SeriesWriting.Place;

/**
 * What keys do on the picture: arrows turn pages, or move a picked cover (with Shift its size); Delete takes it away; C
 * draws one in the middle, P picks the next one; N goes to the next place with text, Enter covers it, M leaves it; plus and minus zoom.
 */
final class PaneKeys {
    private static final double ZOOM_STEP = 1.25;
    private static final int TEN = 10;

    private final ImagePane pane;
    private final ImagesViewModel model;

    PaneKeys(ImagePane pane, ImagesViewModel model) {
        this.pane = pane;
        this.model = model;
    }

    void listen() {
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        Place place = model.places().picked().get();
        boolean far = event.isShortcutDown();
        switch (event.getCode()) {
            case UP -> arrow(event, 0, -1, -1);
            case LEFT -> arrow(event, -1, 0, -1);
            case DOWN -> arrow(event, 0, 1, 1);
            case RIGHT -> arrow(event, 1, 0, 1);
            case PAGE_UP -> model.turn(-TEN);
            case PAGE_DOWN -> model.turn(TEN);
            case DELETE, BACK_SPACE -> model.uncover();
            case Z -> undo(event, far);
            case Y -> redo(far);
            case C -> cover();
            case P -> model.pickNext();
            case N -> model.places().next();
            case M -> allow(place);
            case ENTER -> cover(place);
            case ESCAPE -> {
                model.covers().picked().set(null);
                model.places().picked().set(null);
            }
            case PLUS, ADD, EQUALS -> pane.zoom(ZOOM_STEP, pane.getWidth() / 2, pane.getHeight() / 2);
            case MINUS, SUBTRACT -> pane.zoom(1 / ZOOM_STEP, pane.getWidth() / 2, pane.getHeight() / 2);
            case DIGIT0, NUMPAD0 -> pane.whole();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void arrow(KeyEvent event, int x, int y, int pages) {
        if (model.covers().picked().get() == null) {
            model.turn(pages);
        } else {
            int step = event.isShortcutDown() ? TEN : 1;
            model.covers().nudge(x * step, y * step, event.isShiftDown());
        }
    }

    private void undo(KeyEvent event, boolean shortcut) {
        if (shortcut && event.isShiftDown()) {
            model.covers().redo();
        } else if (shortcut) {
            model.covers().undo();
        }
    }

    private void redo(boolean shortcut) {
        if (shortcut) {
            model.covers().redo();
        }
    }

    private void cover() {
        Frame frame = model.frame().get();
        if (frame != null) {
            int width = Math.max(2, frame.columns() / 4);
            int height = Math.max(2, frame.rows() / TEN);
            model.cover(new Box((frame.columns() - width) / 2, (frame.rows() - height) / 2, width, height));
        }
    }

    private void cover(@Nullable Place place) {
        if (place != null) {
            model.places().cover(List.of(place));
        }
    }

    private void allow(@Nullable Place place) {
        if (place != null) {
            model.places().allow(place);
        }
    }
}
