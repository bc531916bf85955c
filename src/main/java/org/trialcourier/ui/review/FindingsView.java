// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.problem.Phrase;
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
        for (Topic topic : Topic.values()) {
            List<FindingRow> found = model.findings(topic);
            VBox part = Nodes.column("topic", head(topic, found));
            found.forEach(row -> part.getChildren().add(new FindingLine(row, words, this::mend)));
            list.getChildren().add(part);
        }
        judge();
    }

    /** The question, and by icon, word and colour how it came out. */
    private VBox head(Topic topic, List<FindingRow> found) {
        String key = "review.topic." + topic.name().toLowerCase(Locale.ROOT);
        boolean blocked = found.stream().anyMatch(row -> row.finding().severity() == Severity.BLOCK);
        boolean asks = found.stream().anyMatch(row -> row.finding().severity() == Severity.REASON);
        Feather picture = Feather.CHECK_CIRCLE;
        Tone tone = Tone.GOOD;
        String word = found.isEmpty() ? good(topic, key) : words.say("review.note");
        if (model.checking().get()) {
            picture = Feather.CLOCK;
            tone = Tone.NEUTRAL;
            word = words.say("review.topic.checking");
        } else if (blocked) {
            picture = Feather.X_CIRCLE;
            tone = Tone.BAD;
            word = words.say("review.block");
        } else if (asks) {
            picture = Feather.EDIT_3;
            tone = Tone.CARE;
            word = words.say("review.needs-reason");
        }
        FontIcon icon = Nodes.icon(picture, "topic-icon");
        Chip.tone(icon, tone);
        Label question = Nodes.paragraph(words.say(key), "strong");
        HBox.setHgrow(question, Priority.ALWAYS);
        VBox head = Nodes.column(
                "lines",
                Nodes.row("line-top", icon, question),
                Nodes.paragraph(word, "muted", "small-text", "topic-word"));
        head.setAccessibleText(words.say(key) + ": " + word);
        return head;
    }

    private String good(Topic topic, String key) {
        if (topic != Topic.PERSON) {
            return words.say(key + ".good");
        }
        List<Phrase> compared = model.compared();
        return compared.isEmpty()
                ? words.say("review.topic.person.none")
                : words.say(Phrase.of("review.topic.person.good", Phrase.all(compared)));
    }

    private void mend(Finding finding) {
        if (FindingLine.isDelta(finding)) {
            model.onlyNew();
        } else {
            mend.accept(finding.remedy());
        }
    }

    private void judge() {
        Nodes.show(state, !model.checking().get());
        int all = Topic.values().length;
        int good = model.settledTopics();
        state.show(
                good == all ? Tone.GOOD : Tone.CARE,
                good == all ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                words.say("review.score", good, all));
    }
}
