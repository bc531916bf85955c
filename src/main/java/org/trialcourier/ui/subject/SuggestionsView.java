// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.subject.SubjectViewModel.Suggested;

/** Whose images these may be, each with its why; takes no room while nothing is known. */
final class SuggestionsView extends VBox {
    private final SubjectViewModel model;
    private final Words words;

    SuggestionsView(SubjectViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "suggestions");
        model.suggestions().addListener((ListChangeListener<Suggested>) change -> fill());
        model.unseen().subscribe(text -> fill());
    }

    private void fill() {
        getChildren().setAll(Nodes.row("card-head", Nodes.label(words.say("subject.suggested"), "title")));
        model.suggestions().forEach(found -> getChildren().add(line(found)));
        String unseen = model.unseen().get();
        if (!unseen.isEmpty()) {
            getChildren()
                    .add(Nodes.row(
                            "line", Nodes.icon(Feather.ALERT_TRIANGLE, "toned", "tone-care"), Nodes.paragraph(unseen)));
        }
        Nodes.show(this, !model.suggestions().isEmpty() || !unseen.isEmpty());
    }

    private HBox line(Suggested found) {
        Button use = Nodes.button(
                words, "subject.suggestion.use", () -> model.choose(found.subject(), found.visit()), "small");
        use.setId("suggestion-" + found.subject() + "-" + found.visit());
        use.setAccessibleText(words.say("subject.suggestion.use") + ": " + found.title());
        VBox said = Nodes.column(
                "lines", Nodes.paragraph(found.title(), "strong"), Nodes.paragraph(found.why(), "muted", "small-text"));
        if (!found.doubt().isEmpty()) {
            said.getChildren()
                    .add(Nodes.row(
                            "line-top",
                            Nodes.icon(Feather.ALERT_TRIANGLE, "toned", "tone-care"),
                            Nodes.paragraph(found.doubt(), "toned", "tone-care", "small-text")));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        return Nodes.row("line", Nodes.icon(Feather.STAR, "muted-icon"), said, use);
    }
}
