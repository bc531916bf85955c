// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.submit.SeriesWriting.Place;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** Beside a place with text: what it seems to be, and the two things that can be done about it. */
final class PlaceChoice extends VBox {
    private static final double GAP = 6;

    private final Words words;
    private final Label what = Nodes.label("", "small-text");
    private @Nullable Place place;

    PlaceChoice(ImagesViewModel model, Words words) {
        this.words = words;
        getStyleClass().add("place-choice");
        Button cover = Nodes.button(words, "images.place.cover", Feather.EYE_OFF, () -> {}, "accent", "small");
        cover.setOnAction(event -> {
            if (place != null) {
                model.places().cover(List.of(place));
            }
        });
        Button allow = Nodes.button(words, "images.place.allow", Feather.CHECK, () -> {}, "small");
        allow.setOnAction(event -> {
            if (place != null) {
                model.places().allow(place);
            }
        });
        getChildren().addAll(what, Nodes.row("line", cover, allow));
        setManaged(false);
    }

    void showAt(Place found, Rectangle2D box, double width, double height) {
        place = found;
        what.setText(words.say(
                found.isPatient() ? "images.place.patient" : "images.place.text",
                Math.round(found.confidence() * 100)));
        setVisible(true);
        applyCss();
        double wide = prefWidth(-1);
        double high = prefHeight(-1);
        boolean beside = box.getMaxX() + GAP + wide < width;
        boolean below = box.getMaxY() + GAP + high < height;
        double x = beside ? box.getMaxX() + GAP : box.getMinX();
        double y = beside ? box.getMinY() : below ? box.getMaxY() + GAP : box.getMinY() - GAP - high;
        resizeRelocate(
                Math.clamp(x, 0, Math.max(0, width - wide)), Math.clamp(y, 0, Math.max(0, height - high)), wide, high);
    }
}
