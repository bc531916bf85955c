// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.submission;

import java.util.HashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** The four steps as a line of numbers: which is open, which are done, and a way back to each. */
final class StepBar extends HBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Map<Step, Button> buttons = new HashMap<>();
    private final SubmissionViewModel model;

    StepBar(SubmissionViewModel model, Words words) {
        this.model = model;
        getStyleClass().add("step-bar");
        setAccessibleText(words.say("submission.title"));
        for (Step step : Step.all()) {
            if (step.number() > 1) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                HBox.setHgrow(line, Priority.SOMETIMES);
                getChildren().add(line);
            }
            Button button = Nodes.button(words, step.key(), () -> model.open(step), "step");
            button.setMinWidth(USE_PREF_SIZE);
            buttons.put(step, button);
            getChildren().add(button);
        }
        model.step().subscribe(now -> mark());
        model.canContinue().subscribe(now -> mark());
        model.steps().source().selection().subscribe(now -> mark());
    }

    private void mark() {
        Step now = model.step().get();
        buttons.forEach((step, button) -> {
            boolean open = step.equals(now);
            boolean done = step.number() < now.number();
            button.pseudoClassStateChanged(OPEN, open);
            button.pseudoClassStateChanged(DONE, done);
            Label number = Nodes.label(done ? "" : String.valueOf(step.number()), "step-number");
            if (done) {
                number.setGraphic(Nodes.icon(Feather.CHECK));
            }
            button.setGraphic(number);
            button.setDisable(!open && !model.canOpen(step));
        });
    }
}
