// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;

/**
 * The picture with its covers. The wheel and the arrow keys turn pages; dragging changes brightness and contrast, or
 * draws a cover.
 */
final class ImagePane extends Pane {
    private static final double PER_WINDOW = 400;

    private final ImagesViewModel model;
    private final ImageView view = new ImageView();
    private final Pane covers = new Pane();
    private final Rectangle drawn = new Rectangle();
    private boolean covering;
    private double fromX;
    private double fromY;

    ImagePane(ImagesViewModel model) {
        this.model = model;
        getStyleClass().add("image-pane");
        setFocusTraversable(true);
        view.setPreserveRatio(false);
        covers.setMouseTransparent(true);
        drawn.getStyleClass().add("mask");
        drawn.setVisible(false);
        drawn.setMouseTransparent(true);
        getChildren().addAll(view, covers, drawn);
        model.frame().subscribe(this::show);
        model.masks().addListener((InvalidationListener) change -> requestLayout());
        model.chosen().subscribe(now -> requestLayout());
        setOnScroll(event -> model.turn(event.getDeltaY() < 0 ? 1 : -1));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Whether dragging draws a cover instead of changing brightness. */
    void covering(boolean on) {
        covering = on;
    }

    private void show(@Nullable Frame frame) {
        view.setImage(frame == null ? null : image(frame.picture()));
        requestLayout();
    }

    private static WritableImage image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.getPixelWriter().setArgb(x, y, picture.pixels().at(x, y));
            }
        }
        return image;
    }

    private Rectangle2D place() {
        Frame frame = model.frame().get();
        if (frame == null) {
            return Rectangle2D.EMPTY;
        }
        double scale = Math.min(getWidth() / frame.columns(), getHeight() / frame.rows());
        double width = Math.max(0, frame.columns() * scale);
        double height = Math.max(0, frame.rows() * scale);
        return new Rectangle2D((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Rectangle2D place = place();
        view.relocate(place.getMinX(), place.getMinY());
        view.setFitWidth(place.getWidth());
        view.setFitHeight(place.getHeight());
        covers.getChildren().clear();
        Frame frame = model.frame().get();
        if (frame == null) {
            return;
        }
        double scale = place.getWidth() / frame.columns();
        for (ImagesViewModel.Mask mask : model.here()) {
            Box box = mask.box();
            Rectangle cover = new Rectangle(
                    place.getMinX() + box.x() * scale,
                    place.getMinY() + box.y() * scale,
                    box.width() * scale,
                    box.height() * scale);
            cover.getStyleClass().add("mask");
            covers.getChildren().add(cover);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        fromX = event.getX();
        fromY = event.getY();
    }

    private void drag(MouseEvent event) {
        if (!covering) {
            model.adjust((fromY - event.getY()) / -PER_WINDOW, Math.exp((event.getX() - fromX) / PER_WINDOW));
            fromX = event.getX();
            fromY = event.getY();
            return;
        }
        drawn.setVisible(true);
        drawn.setX(Math.min(fromX, event.getX()));
        drawn.setY(Math.min(fromY, event.getY()));
        drawn.setWidth(Math.abs(event.getX() - fromX));
        drawn.setHeight(Math.abs(event.getY() - fromY));
    }

    private void release(MouseEvent event) {
        Frame frame = model.frame().get();
        if (!drawn.isVisible() || frame == null) {
            return;
        }
        drawn.setVisible(false);
        Rectangle2D place = place();
        double scale = frame.columns() / Math.max(1, place.getWidth());
        int x = (int) Math.floor((drawn.getX() - place.getMinX()) * scale);
        int y = (int) Math.floor((drawn.getY() - place.getMinY()) * scale);
        int width = (int) Math.ceil(drawn.getWidth() * scale);
        int height = (int) Math.ceil(drawn.getHeight() * scale);
        if (width > 1 && height > 1) {
            model.cover(new Box(x, y, width, height));
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP, LEFT -> model.turn(-1);
            case DOWN, RIGHT -> model.turn(1);
            case PAGE_UP -> model.turn(-10);
            case PAGE_DOWN -> model.turn(10);
            case DELETE, BACK_SPACE -> model.uncover();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
