// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
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
        fill();
    }

    private void fill() {
        getChildren().setAll(Nodes.row("card-head", Nodes.label(words.say("subject.suggested"), "title")));
        model.suggestions().forEach(found -> getChildren().add(line(found)));
        Nodes.show(this, !model.suggestions().isEmpty());
    }

    private HBox line(Suggested found) {
        Button use = Nodes.button(
                words, "subject.suggestion.use", () -> model.choose(found.subject(), found.visit()), "small");
        use.setId("suggestion-" + found.subject() + "-" + found.visit());
        use.setAccessibleText(words.say("subject.suggestion.use") + ": " + found.title());
        use.setMinWidth(USE_PREF_SIZE);
        Label title = Nodes.label(found.title(), "strong");
        title.setMinWidth(USE_PREF_SIZE);
        Label why = Nodes.paragraph(found.why(), "muted");
        HBox row = Nodes.row("line", Nodes.icon(Feather.STAR, "muted-icon"), title, why);
        if (!found.doubt().isEmpty()) {
            row.getChildren()
                    .addAll(
                            Nodes.icon(Feather.ALERT_TRIANGLE, "toned", "tone-care"),
                            Nodes.label(found.doubt(), "toned", "tone-care"));
        }
        row.getChildren().addAll(Nodes.spring(), use);
        return row;
    }
}
