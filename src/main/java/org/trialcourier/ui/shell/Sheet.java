// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Question;

/** Lays a question over the frame; what lies below cannot be used until it is answered. */
final class Sheet extends StackPane {
    private final Words words;
    private final Node below;

    Sheet(Words words, Node below) {
        this.words = words;
        this.below = below;
        getStyleClass().add("sheet-ground");
        Nodes.show(this, false);
    }

    void ask(Question question) {
        HBox buttons = Nodes.row("page-foot");
        for (Question.Choice choice : question.choices().reversed()) {
            buttons.getChildren().add(Nodes.button(words, choice.key(), () -> answer(choice.action()), choice.style()));
        }
        Button careful = (Button) buttons.getChildren().getLast();
        VBox card = Nodes.column("card", Nodes.label(question.title(), "title"), Nodes.paragraph(question.text()));
        Question.Blank blank = question.blank();
        if (blank != null) {
            TextField line = Nodes.name(new TextField(), blank.key(), words);
            line.setPromptText(words.say(blank.key()));
            line.textProperty().bindBidirectional(blank.typed());
            card.getChildren().add(line);
        }
        card.getChildren().add(buttons);
        card.getStyleClass().add("sheet");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setAccessibleText(question.title() + " " + question.text());
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                careful.fire();
            }
        });
        getChildren().setAll(card);
        below.setDisable(true);
        Nodes.show(this, true);
        careful.requestFocus();
    }

    private void answer(Runnable action) {
        getChildren().clear();
        below.setDisable(false);
        Nodes.show(this, false);
        action.run();
    }
}
