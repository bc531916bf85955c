// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.app.SignIns.Standing;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.SignInCodeBox;
import org.trialcourier.ui.shared.Tone;

/** Signing in at the receiver: where it stands, and the one step to take. */
final class SignInCard extends VBox {
    private final SignInViewModel model;
    private final Words words;
    private final HBox state = Nodes.row("line");

    SignInCard(SignInViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("card");
        Button out = Nodes.button(words, "sign-in.out", Feather.LOG_OUT, model::signOut, "flat");
        HBox in = model.isByCode() ? byCode() : bySecret();
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("sign-in.title"), "title")),
                        new ProblemBox(words, model.problem()),
                        state,
                        new SignInCodeBox(words, model.code(), model::cancel),
                        in,
                        out);
        model.standing().subscribe(now -> {
            state.getChildren().setAll(chip(now));
            Nodes.show(in, now != Standing.NOT_NEEDED);
            Nodes.show(out, now == Standing.SIGNED_IN);
        });
    }

    private HBox byCode() {
        Button start = Nodes.button(words, "sign-in.start", Feather.LOG_IN, model::signIn);
        start.disableProperty().bind(model.busy());
        return Nodes.row("line", start);
    }

    private HBox bySecret() {
        PasswordField secret = Nodes.name(new PasswordField(), "sign-in.secret", words);
        secret.setPromptText(words.say("sign-in.secret"));
        Button keep = Nodes.button(words, "sign-in.keep", Feather.KEY, () -> {
            model.keep(secret.getText());
            secret.clear();
        });
        keep.disableProperty().bind(model.busy().or(secret.textProperty().isEmpty()));
        return Nodes.row("line", secret, keep);
    }

    private Chip chip(Standing standing) {
        return switch (standing) {
            case NOT_NEEDED -> new Chip(Tone.NEUTRAL, Feather.MINUS, words.say("sign-in.not-needed"));
            case NEEDED -> new Chip(Tone.CARE, Feather.LOG_IN, words.say("sign-in.needed"));
            case SIGNED_IN -> new Chip(Tone.GOOD, Feather.CHECK_CIRCLE, words.say("sign-in.done"));
        };
    }
}
