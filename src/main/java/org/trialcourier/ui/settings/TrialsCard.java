// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.io.File;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.app.Trials.Joined;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Tone;

/** The trials of this workstation, how old their copies are, and the place to join another. */
final class TrialsCard extends VBox {
    private final TrialsViewModel model;
    private final Words words;
    private final VBox lines = Nodes.column("block");

    TrialsCard(TrialsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("card");
        Label page = Nodes.paragraph("", "muted");
        model.page().subscribe(name -> {
            page.setText(name.isEmpty() ? "" : words.say("key-card.saved", name));
            Nodes.show(page, !name.isEmpty());
        });
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("settings.trials"), "title")),
                        new ProblemBox(words, model.problem()),
                        lines,
                        page,
                        new KeyCardEntry(model, words),
                        Nodes.row("line", Nodes.button(words, "settings.trial.add", Feather.PLUS, model::join)));
        model.joined().addListener((InvalidationListener) change -> fill());
        fill();
    }

    private void fill() {
        lines.getChildren().setAll(model.joined().stream().map(this::line).toList());
    }

    private HBox line(Joined joined) {
        Trial trial = joined.trial();
        MenuButton more = new MenuButton("", Nodes.icon(Feather.MORE_HORIZONTAL));
        more.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        more.setId("trial-" + trial.id() + "-" + trial.site().id());
        more.setAccessibleText(words.say("settings.trial.more", trial.trial().name()));
        more.disableProperty().bind(model.busy());
        more.getItems()
                .addAll(
                        item("settings.trial.refresh", () -> model.refresh(joined)),
                        item("settings.trial.enrol", () -> pick(joined)),
                        item("settings.trial.key", () -> printKey(joined)),
                        item("settings.trial.take-key", () -> model.typing().set(joined)),
                        item("settings.trial.leave", () -> model.leave(joined)));
        FlowPane about = new FlowPane(
                Nodes.label(trial.trial().name(), "strong"),
                Nodes.label(
                        words.say("top.site", trial.site().id(), trial.site().name()), "muted"),
                Nodes.label(trial.trial().sponsor(), "muted"));
        about.getStyleClass().addAll("wrapping", "in-line");
        HBox.setHgrow(about, Priority.ALWAYS);
        return Nodes.row("line", Nodes.icon(Feather.FILE_TEXT), about, age(joined), more);
    }

    private Chip age(Joined joined) {
        if (joined.origin().isEmpty()) {
            return new Chip(Tone.NEUTRAL, Feather.FILE, words.say("settings.trial.from-file"));
        }
        var origin = joined.origin().get();
        String when = words.formats().moment(origin.at(), joined.trial().site().timeZone());
        return origin.withdrawn()
                ? new Chip(Tone.CARE, Feather.ALERT_TRIANGLE, words.say("settings.trial.withdrawn", when))
                : new Chip(Tone.NEUTRAL, Feather.CLOCK, words.say("settings.trial.as-of", when));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.say(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void pick(Joined joined) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("settings.trial.enrol"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("ODM-XML", "*.xml"));
        File picked = chooser.showOpenDialog(getScene().getWindow());
        if (picked != null) {
            model.enrol(joined, picked.toPath());
        }
    }

    private void printKey(Joined joined) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("settings.trial.key"));
        chooser.setInitialFileName("key card " + joined.trial().id() + ".pdf");
        File picked = chooser.showSaveDialog(getScene().getWindow());
        if (picked != null) {
            model.printKey(joined, picked.toPath());
        }
    }
}
