// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Logo;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;

/** The first start on the screen. */
public final class WelcomeView extends StackPane {
    private final WelcomeViewModel model;
    private final Words words;

    /** Shows what a first start offers. */
    public WelcomeView(WelcomeViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("frame");
        Logo logo = new Logo();
        logo.getStyleClass().add("large");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin");
        bar.setAccessibleText(words.say("welcome.busy"));
        model.busy().subscribe(bar::setVisible);
        HBox offers = Nodes.row(
                "beside",
                offer(Feather.AWARD, "welcome.practice", button("welcome.practice.begin", model::practise, true)),
                offer(Feather.FILE_TEXT, "welcome.join", button("welcome.join.open", this::open, false)));
        offers.disableProperty().bind(model.busy());
        VBox page = Nodes.column(
                "welcome",
                logo,
                Nodes.label(words.say("welcome.title"), "display"),
                Nodes.paragraph(words.say("welcome.text"), "muted", "centered"),
                new ProblemBox(words, model.problem()),
                offers,
                bar);
        getChildren().add(page);
    }

    private Button button(String key, Runnable action, boolean primary) {
        Button button = Nodes.button(words, key, action);
        if (primary) {
            button.getStyleClass().add("accent");
            button.setDefaultButton(true);
        }
        return button;
    }

    private VBox offer(Feather icon, String key, Node action) {
        VBox card = Nodes.column(
                "card",
                Nodes.row("line", Nodes.icon(icon, "offer-icon"), Nodes.label(words.say(key + ".title"), "title")),
                Nodes.paragraph(words.say(key + ".text"), "muted"),
                Nodes.spring(),
                Nodes.row("page-foot", action));
        card.getStyleClass().add("offer");
        return card;
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("welcome.join.pick"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.say("welcome.join.kind"), "*.json"));
        File picked = chooser.showOpenDialog(getScene().getWindow());
        if (picked != null) {
            model.join(picked.toPath());
        }
    }
}
