// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** Where the key card of another workstation is typed in; there only while somebody does. */
final class KeyCardEntry extends VBox {
    KeyCardEntry(TrialsViewModel model, Words words) {
        getStyleClass().add("block");
        TextField typed = Nodes.name(new TextField(), "settings.key-card", words);
        typed.setPromptText("XXXX XXXX XXXX …");
        typed.getStyleClass().add("code");
        typed.setOnAction(event -> model.takeKey(typed.getText()));
        HBox.setHgrow(typed, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.paragraph(words.say("settings.key-card.how"), "muted"),
                        Nodes.row(
                                "line",
                                typed,
                                Nodes.button(
                                        words,
                                        "settings.key-card.take",
                                        Feather.KEY,
                                        () -> model.takeKey(typed.getText()),
                                        "accent"),
                                Nodes.button(words, "settings.key-card.not-now", Feather.X, () -> model.typing()
                                        .set(null))));
        model.typing().subscribe(trial -> {
            typed.clear();
            Nodes.show(this, trial != null);
            if (trial != null) {
                typed.requestFocus();
            }
        });
    }
}
