// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.check.Severity;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** The readiness card: what was found, the weightiest first, and a place for each reason that is needed. */
final class FindingsView extends VBox {
    private final ReviewViewModel model;
    private final Words words;
    private final Chip state = new Chip();
    private final VBox list = Nodes.column("findings");

    FindingsView(ReviewViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "findings-card");
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.setId("review-checking");
        busy.setAccessibleText(words.say("review.checking"));
        model.checking().subscribe(on -> Nodes.show(busy, on));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        FlowPane head = new FlowPane(Nodes.label(words.say("review.readiness"), "title"), busy, state);
        head.getStyleClass().addAll("card-head", "wrapping");
        getChildren().addAll(head, scroll);
        model.findings().addListener((InvalidationListener) change -> fill());
        model.checking().subscribe(on -> judge());
        model.ready().subscribe(on -> judge());
        fill();
    }

    private void fill() {
        list.getChildren().setAll(model.findings().stream().map(this::line).toList());
        if (model.findings().isEmpty()) {
            list.getChildren().add(Nodes.paragraph(words.say("review.no-findings"), "muted"));
        }
        judge();
    }

    private void judge() {
        int open = model.open();
        Nodes.show(state, !model.checking().get());
        if (open == 0) {
            state.show(Tone.GOOD, Feather.CHECK_CIRCLE, words.say("review.complete"));
        } else {
            state.show(Tone.CARE, Feather.ALERT_TRIANGLE, words.say("review.open", open));
        }
    }

    private HBox line(FindingRow row) {
        Severity severity = row.finding().severity();
        Label text = Nodes.paragraph(words.say(row.finding().message()));
        VBox column = Nodes.column("block", text);
        HBox.setHgrow(column, Priority.ALWAYS);
        if (severity == Severity.REASON) {
            TextField reason = new TextField();
            reason.setId("reason-" + row.finding().code());
            reason.setPromptText(words.say("review.reason"));
            reason.setAccessibleText(
                    words.say("review.reason") + " " + words.say(row.finding().message()));
            reason.textProperty().bindBidirectional(row.reason());
            reason.textProperty().subscribe(t -> judge());
            column.getChildren().add(reason);
        }
        Chip weight =
                switch (severity) {
                    case BLOCK -> new Chip(Tone.BAD, Feather.X_CIRCLE, words.say("review.block"));
                    case REASON -> new Chip(Tone.CARE, Feather.EDIT_3, words.say("review.needs-reason"));
                    case NOTE -> new Chip(Tone.NEUTRAL, Feather.INFO, words.say("review.note"));
                };
        column.getChildren().addFirst(Nodes.row("line", weight));
        return Nodes.row("finding", column);
    }
}
