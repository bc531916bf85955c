// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;
import org.trialcourier.submit.SeriesWriting.Place;
import org.trialcourier.text.Words;

/** The picture with its covers and the places where text was found. */
final class ImagePane extends Pane {
    private final ImagesViewModel model;
    private final Sight sight = new Sight();
    private final ImageView view = new ImageView();
    private final Pane shapes = new Pane();
    private final PlaceChoice choice;
    private final Rectangle clip = new Rectangle();
    private @Nullable Box drawn;

    ImagePane(ImagesViewModel model, Words words) {
        this.model = model;
        this.choice = new PlaceChoice(model, words);
        getStyleClass().add("image-pane");
        setFocusTraversable(true);
        view.setPreserveRatio(false);
        shapes.setMouseTransparent(true);
        // New shapes need no further layout of the pane; without this it would never come to rest.
        shapes.setManaged(false);
        setClip(clip);
        getChildren().addAll(view, shapes, choice);
        InvalidationListener again = change -> requestLayout();
        model.frame().subscribe(this::show);
        model.covers().masks().addListener(again);
        model.covers().harmless().addListener(again);
        model.look().found().addListener((MapChangeListener<Object, Object>) change -> requestLayout());
        model.covers().picked().addListener(again);
        model.places().picked().addListener(again);
        model.chosen().subscribe(now -> {
            sight.whole();
            requestLayout();
        });
        new PaneMouse(this, model).listen();
        new PaneKeys(this, model).listen();
    }

    Sight sight() {
        return sight;
    }

    /** Shows a cover while it is being drawn or moved; null when that is over. */
    void draw(@Nullable Box box) {
        drawn = box;
        requestLayout();
    }

    void zoom(double factor, double x, double y) {
        sight.zoom(factor, x, y, getWidth(), getHeight());
        requestLayout();
    }

    void whole() {
        sight.whole();
        requestLayout();
    }

    private void show(@Nullable Frame frame) {
        view.setImage(frame == null ? null : image(frame.picture()));
        requestLayout();
    }

    static WritableImage image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.getPixelWriter().setArgb(x, y, picture.pixels().at(x, y));
            }
        }
        return image;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        shapes.getChildren().clear();
        Frame frame = model.frame().get();
        choice.setVisible(false);
        if (frame == null) {
            return;
        }
        sight.fit(getWidth(), getHeight(), frame.columns(), frame.rows());
        Rectangle2D place = sight.place();
        view.relocate(place.getMinX(), place.getMinY());
        view.setFitWidth(place.getWidth());
        view.setFitHeight(place.getHeight());
        for (Mask mask : model.here()) {
            if (drawn == null || !mask.equals(model.covers().picked().get())) {
                add(mask.box(), "mask", mask.equals(model.covers().picked().get()) ? "mask-picked" : "mask-plain");
            }
        }
        for (Place found : model.places().here()) {
            boolean picked = found.equals(model.places().picked().get());
            add(found.box(), found.isPatient() ? "place-patient" : "place", picked ? "place-picked" : "place-plain");
            if (picked) {
                choice.showAt(found, sight.onPane(found.box()), getWidth(), getHeight());
            }
        }
        if (drawn != null) {
            add(drawn, "mask", "mask-picked");
        }
    }

    private void add(Box box, String... styles) {
        Rectangle2D on = sight.onPane(box);
        Rectangle shape = new Rectangle(on.getMinX(), on.getMinY(), on.getWidth(), on.getHeight());
        shape.getStyleClass().addAll(styles);
        shapes.getChildren().add(shape);
        shape.applyCss();
    }
}
