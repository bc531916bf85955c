// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.check.Finding;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** What is wrong with the images whoever they belong to, told before time is spent on them; else it takes no room. */
final class ConcernsView extends VBox {
    private static final int SHOWN = 3;

    private final SubjectViewModel model;
    private final Words words;

    ConcernsView(SubjectViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("note-box", "block");
        model.concerns().addListener((InvalidationListener) change -> fill());
        fill();
    }

    private void fill() {
        getChildren().clear();
        Nodes.show(this, !model.concerns().isEmpty());
        boolean blocked = model.concerns().stream().anyMatch(Finding::blocks);
        Chip.tone(this, blocked ? Tone.BAD : Tone.CARE);
        getChildren()
                .add(Nodes.row(
                        "line",
                        Nodes.icon(Feather.ALERT_TRIANGLE, "toned"),
                        Nodes.label(words.say("subject.concerns"), "strong")));
        model.concerns().stream().limit(SHOWN).forEach(this::add);
        int more = model.concerns().size() - SHOWN;
        if (more > 0) {
            Button unfold = new Button(words.say("problem.more", more), Nodes.icon(Feather.CHEVRON_DOWN));
            unfold.setId("subject-concerns-more");
            unfold.setAccessibleText(unfold.getText());
            unfold.getStyleClass().addAll("flat", "small");
            unfold.setOnAction(event -> {
                getChildren().remove(unfold);
                model.concerns().stream().skip(SHOWN).forEach(this::add);
            });
            getChildren().add(unfold);
        }
    }

    private void add(Finding concern) {
        getChildren().add(Nodes.paragraph("• " + words.say(concern.message())));
    }
}
