// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialcourier.check.Finding;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;

/** Third step on the screen: readiness left; what leaves, or the images, right. */
public final class ReviewView extends VBox {
    private static final double TALLEST = 168;

    /** Shows the step; {@code images} is the viewer, {@code mend} leads back to where a finding can be mended. */
    public ReviewView(ReviewViewModel model, Node images, Words words, Consumer<Finding.Remedy> mend) {
        getStyleClass().add("blocks");
        PreviewCard preview = new PreviewCard(model, words);
        StackPane place = new StackPane(preview, images);
        VBox.setVgrow(place, Priority.ALWAYS);
        ToggleGroup tabs = new ToggleGroup();
        ToggleButton attributes = tab(words, "review.tab.attributes", tabs, "left-pill");
        ToggleButton pictures = tab(words, "review.tab.images", tabs, "right-pill");
        attributes.selectedProperty().subscribe(on -> Nodes.show(preview, on));
        pictures.selectedProperty().subscribe(on -> Nodes.show(images, on));
        tabs.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                tabs.selectToggle(before);
            }
        });
        tabs.selectToggle(attributes);
        VBox right = Nodes.column(
                "block",
                Nodes.row(
                        "line-wide",
                        Nodes.row("filters", attributes, pictures),
                        Nodes.paragraph(words.say("review.preview.why"), "muted", "small-text")),
                place);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = Nodes.row("beside", new FindingsView(model, words, mend), right);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(trouble(model, words), both);
    }

    /** What stands in the way; much of it scrolls, so that the table and the picture keep their room. */
    private static ScrollPane trouble(ReviewViewModel model, Words words) {
        ProblemBox box = new ProblemBox(words, model.problem());
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setId("review-trouble");
        scroll.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.min(box.getHeight(), TALLEST), box.heightProperty()));
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.setMaxHeight(USE_PREF_SIZE);
        model.problem().subscribe(problem -> Nodes.show(scroll, problem != null));
        return scroll;
    }

    private static ToggleButton tab(Words words, String key, ToggleGroup group, String place) {
        ToggleButton tab = Nodes.name(new ToggleButton(words.say(key)), key, words);
        tab.setToggleGroup(group);
        tab.getStyleClass().add(place);
        return tab;
    }
}
