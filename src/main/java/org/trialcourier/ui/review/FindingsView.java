// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.check.Finding;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** The readiness card: every question that was asked of the images, with what was found and a place to settle it. */
final class FindingsView extends VBox {
    private final ReviewViewModel model;
    private final Words words;
    private final Consumer<Finding.Remedy> mend;
    private final Chip state = new Chip();
    private final VBox list = Nodes.column("findings");
    private final List<TopicHead> heads = new ArrayList<>();

    FindingsView(ReviewViewModel model, Words words, Consumer<Finding.Remedy> mend) {
        this.model = model;
        this.words = words;
        this.mend = mend;
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
        head.getStyleClass().add("wrapping");
        head.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, searched(), scroll);
        model.findings().addListener((InvalidationListener) change -> fill());
        model.checking().subscribe(on -> fill());
        model.ready().subscribe(on -> judge());
        model.settled().subscribe(count -> judge());
    }

    /** How far the search for text is: it takes the longest. */
    private VBox searched() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("review-searching");
        bar.setAccessibleText(words.say("progress.looking"));
        bar.progressProperty().bind(model.searched().share());
        bar.getStyleClass().add("thin");
        Label said = Nodes.paragraph("", "muted", "small-text");
        said.setId("review-searched");
        said.textProperty().bind(model.searched().said());
        VBox searched = Nodes.column("lines", bar, said);
        model.searched().said().subscribe(now -> Nodes.show(searched, !now.isEmpty()));
        return searched;
    }

    private void fill() {
        list.getChildren().clear();
        heads.clear();
        for (Topic topic : Topic.values()) {
            List<FindingRow> found = model.findings(topic);
            TopicHead head = new TopicHead(topic, model, words);
            heads.add(head);
            VBox part = Nodes.column("topic", head);
            found.forEach(row -> part.getChildren().add(new FindingLine(row, words, this::mend)));
            list.getChildren().add(part);
        }
        judge();
    }

    private void mend(Finding finding) {
        if (FindingLine.isDelta(finding)) {
            model.onlyNew();
        } else {
            mend.accept(finding.remedy());
        }
    }

    private void judge() {
        heads.forEach(TopicHead::show);
        Nodes.show(state, !model.checking().get());
        int all = Topic.values().length;
        int good = model.settledTopics();
        state.show(
                good == all ? Tone.GOOD : Tone.CARE,
                good == all ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                words.say("review.score", good, all));
    }
}
