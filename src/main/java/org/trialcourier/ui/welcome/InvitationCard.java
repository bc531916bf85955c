// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** What a trial is, whose it is and where its images would go, before it is joined. The careful answer has the focus. */
final class InvitationCard extends VBox {
    private final WelcomeViewModel model;
    private final Words words;
    private final Optional<Runnable> back;

    /** {@code back} leads to the desk where there is one already. */
    InvitationCard(WelcomeViewModel model, Words words, Optional<Runnable> back) {
        this.model = model;
        this.words = words;
        this.back = back;
        getStyleClass().add("card");
        setId("join-card");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                decline();
            }
        });
        model.invitation().subscribe(this::show);
    }

    private void show(@Nullable Invited invited) {
        getChildren().clear();
        Nodes.show(this, invited != null);
        if (invited == null) {
            return;
        }
        Trial trial = invited.trial();
        String title = words.say(invited.known().isPresent() ? "join.title.newer" : "join.title");
        getChildren().addAll(Nodes.label(title, "title"), Nodes.paragraph(words.say("join.text")));
        fact("join.trial", words.say("join.named", trial.trial().name(), trial.id()));
        fact("join.sponsor", trial.trial().sponsor());
        fact("join.center", trial.trial().coordinatingCenter());
        fact(
                "join.site",
                words.say("join.named", trial.site().name(), trial.site().id()));
        fact("join.receiver", invited.receiver(), "title");
        fact("join.source", invited.source());
        fact("join.sign-in", invited.signIn());
        if (!invited.before().isEmpty()) {
            getChildren()
                    .addAll(
                            new Chip(Tone.CARE, Feather.ALERT_TRIANGLE, words.say("join.moved")),
                            Nodes.paragraph(words.say("join.moved.text", invited.before()), "strong"));
        }
        Button no = Nodes.button(words, "join.no", Feather.X, this::decline, "flat");
        Button yes = Nodes.button(
                words,
                invited.known().isPresent() ? "join.take" : "join.yes",
                Feather.CHECK,
                model::accept,
                invited.before().isEmpty() ? "accent" : "danger");
        getChildren().add(Nodes.row("page-foot", yes, no));
        no.requestFocus();
    }

    private void fact(String key, String value) {
        fact(key, value, "strong");
    }

    private void fact(String key, String value, String style) {
        if (!value.isBlank()) {
            Node text = Nodes.paragraph(line(value), style);
            text.setId(key.replace('.', '-'));
            getChildren().add(Nodes.column("fact-line", Nodes.label(words.say(key), "muted", "small-text"), text));
        }
    }

    /** One line of plain text: a name with line ends or marks of direction in it could look like another fact. */
    private static String line(String value) {
        return value.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }

    private void decline() {
        model.decline();
        back.ifPresent(Runnable::run);
    }
}
