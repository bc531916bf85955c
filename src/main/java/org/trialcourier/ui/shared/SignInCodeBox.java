// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;

/** Shows a code for signing in, and where to type it, as long as there is one. */
public final class SignInCodeBox extends VBox {
    private final Words words;
    private final Runnable cancel;

    /** Follows the code; {@code cancel} stops waiting for it to be typed. */
    public SignInCodeBox(Words words, ObservableValue<? extends @Nullable SignInCode> code, Runnable cancel) {
        this.words = words;
        this.cancel = cancel;
        getStyleClass().add("block");
        code.subscribe(this::show);
    }

    private void show(@Nullable SignInCode now) {
        getChildren().clear();
        Nodes.show(this, now != null);
        if (now != null) {
            VBox code = fact("sign-in.code", now.text());
            code.getStyleClass().add("sign-in-code");
            getChildren()
                    .setAll(
                            Nodes.paragraph(words.say("sign-in.text")),
                            fact("sign-in.address", now.address().toString()),
                            code,
                            Nodes.button(words, "sign-in.cancel", Feather.X, cancel, "flat"));
        }
    }

    private VBox fact(String key, String text) {
        TextField field = Nodes.name(new TextField(text), key, words);
        field.setEditable(false);
        field.getStyleClass().addAll("fact", "mono");
        return Nodes.column("lines", Nodes.label(words.say(key), "strong", "small-text"), field);
    }
}
