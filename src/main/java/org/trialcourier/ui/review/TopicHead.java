// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.trialcourier.check.Severity;
import org.trialcourier.problem.Phrase;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** A question of the readiness card, and by icon, word and colour how it stands. */
final class TopicHead extends VBox {
    private final Topic topic;
    private final ReviewViewModel model;
    private final Words words;
    private final String key;
    private final FontIcon icon = Nodes.icon(Feather.CLOCK, "topic-icon");
    private final Label word = Nodes.paragraph("", "muted", "small-text", "topic-word");

    TopicHead(Topic topic, ReviewViewModel model, Words words) {
        this.topic = topic;
        this.model = model;
        this.words = words;
        key = "review.topic." + topic.name().toLowerCase(Locale.ROOT);
        getStyleClass().add("lines");
        setId(key.replace('.', '-'));
        Label question = Nodes.paragraph(words.say(key), "strong");
        HBox.setHgrow(question, Priority.ALWAYS);
        getChildren().addAll(Nodes.row("line-top", icon, question), word);
        show();
    }

    /** Says how it stands now: a question that waited for a reason is settled by one. */
    void show() {
        List<FindingRow> found = model.findings(topic);
        if (model.checking().get()) {
            say(Feather.CLOCK, Tone.NEUTRAL, words.say("review.topic.checking"));
        } else if (any(found, row -> row.finding().severity() == Severity.BLOCK)) {
            say(Feather.X_CIRCLE, Tone.BAD, words.say("review.block"));
        } else if (any(found, row -> !row.isSettled())) {
            say(Feather.EDIT_3, Tone.CARE, words.say("review.needs-reason"));
        } else if (any(found, row -> row.finding().severity() == Severity.REASON)) {
            say(Feather.CHECK_CIRCLE, Tone.GOOD, words.say("review.reason-given"));
        } else {
            say(Feather.CHECK_CIRCLE, Tone.GOOD, found.isEmpty() ? good() : words.say("review.note"));
        }
    }

    private static boolean any(List<FindingRow> found, Predicate<FindingRow> which) {
        return found.stream().anyMatch(which);
    }

    private void say(Feather picture, Tone tone, String how) {
        icon.setIconCode(picture);
        Chip.tone(icon, tone);
        word.setText(how);
        setAccessibleText(words.say(key) + ": " + how);
    }

    private String good() {
        if (topic != Topic.PERSON) {
            return words.say(key + ".good");
        }
        List<Phrase> compared = model.compared();
        return compared.isEmpty()
                ? words.say("review.topic.person.none")
                : words.say(Phrase.of("review.topic.person.good", Phrase.all(compared)));
    }
}
