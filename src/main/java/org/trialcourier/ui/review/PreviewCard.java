// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import atlantafx.base.controls.CustomTextField;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.review.AttributeRow.Filter;
import org.trialcourier.ui.shared.Nodes;

/** What leaves this computer: the table of attributes with its filters and its search. */
final class PreviewCard extends VBox {
    private final ReviewViewModel model;
    private final Words words;

    PreviewCard(ReviewViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "flush");
        AttributeTable table = new AttributeTable(model, words);
        VBox.setVgrow(table, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("review-progress");
        bar.setAccessibleText(words.say("review.previewing"));
        bar.progressProperty().bind(model.share());
        bar.getStyleClass().add("thin");
        model.previewing().subscribe(on -> Nodes.show(bar, on));
        getChildren().addAll(head(), bar, table);
    }

    private FlowPane head() {
        CustomTextField search = Nodes.name(new CustomTextField(), "review.search", words);
        search.setLeft(Nodes.icon(Feather.SEARCH));
        search.setPromptText(words.say("review.search"));
        search.textProperty().bindBidirectional(model.search());
        search.getStyleClass().add("small");
        FlowPane head = new FlowPane(filters(), search);
        head.getStyleClass().addAll("table-head", "wrapping");
        head.setMinHeight(USE_PREF_SIZE);
        return head;
    }

    private HBox filters() {
        HBox row = Nodes.row("filters");
        ToggleGroup group = new ToggleGroup();
        Map<Filter, ToggleButton> buttons = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            String key =
                    "review.filter." + filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ToggleButton button = Nodes.name(new ToggleButton(words.say(key)), key, words);
            button.setToggleGroup(group);
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.filter().set(filter);
            });
            buttons.put(filter, button);
            row.getChildren().add(button);
        }
        row.getChildren().getFirst().getStyleClass().add("left-pill");
        row.getChildren().getLast().getStyleClass().add("right-pill");
        row.getChildren().subList(1, row.getChildren().size() - 1).forEach(b -> b.getStyleClass()
                .add("center-pill"));
        model.filter().subscribe(now -> group.selectToggle(buttons.get(now)));
        model.counts()
                .subscribe(counts -> buttons.forEach((filter, button) -> {
                    Integer count = counts.get(filter);
                    button.setText(
                            count == null
                                    ? button.getAccessibleText()
                                    : words.say("review.filter.count", button.getAccessibleText(), count));
                }));
        return row;
    }
}
