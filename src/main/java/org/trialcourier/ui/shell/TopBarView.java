// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** The top bar: which trial and site, the two lights, and help. */
final class TopBarView extends HBox {
    private final Words words;
    private final Label siteName = Nodes.label("", "muted", "small-text");

    TopBarView(ShellViewModel model, Words words, TrialMenu.Offer offer) {
        this.words = words;
        getStyleClass().add("top-bar");
        Chip practice = new Chip(Tone.CARE, Feather.AWARD, words.say("top.practice"));
        practice.setTooltip(new Tooltip(words.say("top.practice.why")));
        Chip connection = new Chip();
        connection.setId("top-connection");
        Chip safety = new Chip();
        safety.setId("top-safety");
        Button help = Nodes.iconButton(words, "help.open", Feather.HELP_CIRCLE, () -> model.help()
                .set(!model.help().get()));
        getChildren()
                .addAll(
                        Nodes.column("top-trial", new TrialMenu(model, words, offer), siteName),
                        practice,
                        Nodes.spring(),
                        connection,
                        safety,
                        help);
        model.trial().subscribe(this::name);
        model.practice().subscribe(on -> Nodes.show(practice, on));
        model.connection().subscribe(now -> {
            connection.show(now.tone(), now.icon(), words.say(now.key()));
            connection.setTooltip(new Tooltip(words.say(now.key() + ".why")));
            Nodes.show(connection, now != Connection.NONE);
        });
        model.safety().subscribe(now -> {
            safety.show(now.tone(), now.icon(), words.say(now.key()));
            safety.setAccessibleText(words.say(now.key()) + ". " + words.say(now.key() + ".why"));
            safety.setTooltip(new Tooltip(words.say(now.key() + ".why")));
        });
    }

    private void name(@Nullable Trial trial) {
        siteName.setText(
                trial == null
                        ? words.say("top.no-trial.why")
                        : words.say("top.site", trial.site().id(), trial.site().name()));
    }
}
