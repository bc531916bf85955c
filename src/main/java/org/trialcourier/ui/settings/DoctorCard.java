// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.io.File;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.connect.Examination;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Tone;

/** The connection doctor on the screen. */
final class DoctorCard extends VBox {
    private final DoctorViewModel model;
    private final Words words;
    private final VBox lines = Nodes.column("block");

    DoctorCard(DoctorViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("card");
        Button look = Nodes.button(words, "doctor.examine", Feather.ACTIVITY, model::examine);
        look.disableProperty().bind(model.busy());
        Button copy = Nodes.button(words, "doctor.copy", Feather.COPY, this::copy, "flat");
        Button save = Nodes.button(words, "doctor.save", Feather.DOWNLOAD, this::save, "flat");
        model.report().subscribe(text -> {
            Nodes.show(copy, !text.isEmpty());
            Nodes.show(save, !text.isEmpty());
        });
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("doctor.title"), "title")),
                        Nodes.paragraph(words.say("doctor.text"), "muted"),
                        new ProblemBox(words, model.problem()),
                        lines,
                        Nodes.row("line", look, copy, save));
        model.checks().addListener((InvalidationListener) change -> fill());
    }

    private void fill() {
        lines.getChildren().setAll(model.checks().stream().map(this::line).toList());
    }

    private HBox line(Examination.Check check) {
        Chip chip =
                switch (check.outcome()) {
                    case GOOD -> new Chip(Tone.GOOD, Feather.CHECK_CIRCLE, words.say("doctor.good"));
                    case NOTE -> new Chip(Tone.CARE, Feather.INFO, words.say("doctor.note"));
                    case BAD -> new Chip(Tone.BAD, Feather.X_CIRCLE, words.say("doctor.bad"));
                    case SKIPPED -> new Chip(Tone.NEUTRAL, Feather.MINUS, words.say("doctor.skipped"));
                };
        HBox state = Nodes.row("doctor-state", chip);
        VBox text = Nodes.column(
                "lines",
                Nodes.label(words.say(check.subject().phrase()), "strong"),
                Nodes.paragraph(words.say(check.finding()), "muted"));
        HBox.setHgrow(text, Priority.ALWAYS);
        return Nodes.row("line-top", state, text);
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Nodes.plain(words, "doctor.save"));
        chooser.setInitialFileName("connection-report.txt");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(words.say("doctor.save.text"), "*.txt"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.save(chosen.toPath());
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.report().get());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
