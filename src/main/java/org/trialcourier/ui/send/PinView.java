// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** The PIN of a signature on the screen: one field, or two where a new one is chosen. */
final class PinView extends VBox {
    private final PasswordField pin;

    /** {@code go} is what the enter key does. */
    PinView(PinEntry model, Words words, Runnable go) {
        getStyleClass().add("pin-entry");
        pin = field("send.pin", words, go);
        pin.textProperty().bindBidirectional(model.typed());
        PasswordField repeat = field("send.pin.repeat", words, go);
        repeat.textProperty().bindBidirectional(model.repeated());
        VBox second = Nodes.field(words, "send.pin.repeat", repeat);
        Label hint = Nodes.paragraph("", "muted", "small-text");
        Button forgotten = Nodes.button(words, "send.pin.forgotten", model::forgotten, "small", "flat");
        model.fresh().subscribe(fresh -> {
            Nodes.show(second, fresh);
            Nodes.show(forgotten, !fresh);
            String key = model.replaces().get() ? "send.pin.anew" : "send.pin.first";
            hint.setText(words.say(fresh ? key : "send.pin.again"));
        });
        model.replaces().subscribe(replaces -> again(replaces));
        Label wrong = Nodes.paragraph("", "toned", "tone-bad");
        model.mistake().subscribe(text -> Nodes.mistake(wrong, pin, text));
        model.mistake().subscribe(text -> again(!text.isEmpty()));
        getChildren().addAll(Nodes.field(words, "send.pin", pin), second, hint, wrong, forgotten);
    }

    private static PasswordField field(String key, Words words, Runnable go) {
        PasswordField field = Nodes.name(new PasswordField(), key, words);
        field.setOnAction(event -> go.run());
        return field;
    }

    /** What was not sent is signed once more: the keyboard stands where that is typed. */
    void again(boolean needed) {
        if (needed) {
            pin.requestFocus();
        }
    }
}
