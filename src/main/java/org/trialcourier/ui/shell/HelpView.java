// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.Locale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** The guide beside a screen: what the place is for and how it is used, then the keys. Opened with F1. */
final class HelpView extends VBox {
    /** More paragraphs than any screen has. */
    private static final int MOST = 12;

    private final Words words;
    private final VBox page = Nodes.column("block");

    HelpView(ShellViewModel model, Words words) {
        this.words = words;
        getStyleClass().add("help");
        setId("help");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("help-page");
        scroll.setAccessibleText(words.say("help.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.row(
                                "card-head",
                                Nodes.label(words.say("help.title"), "title"),
                                Nodes.spring(),
                                Nodes.iconButton(words, "help.close", Feather.X, () -> model.help()
                                        .set(false))),
                        scroll);
        model.screen().subscribe(this::fill);
    }

    private void fill(Screen screen) {
        page.getChildren().clear();
        part(screen.name().toLowerCase(Locale.ROOT));
        part("light");
        part("keys");
    }

    private void part(String name) {
        page.getChildren().add(Nodes.label(words.say("help." + name), "strong"));
        for (int i = 1; i <= MOST && words.knows("help." + name + "." + i); i++) {
            page.getChildren().add(Nodes.paragraph(words.say("help." + name + "." + i), "help-line"));
        }
    }
}
