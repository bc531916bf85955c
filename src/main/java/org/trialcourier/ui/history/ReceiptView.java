// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.io.File;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.history.HistoryRow.Fact;
import org.trialcourier.ui.history.HistoryRow.Proof;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Tone;

/** A receipt: what the receiver found, whether its signature holds, and a PDF of it for the site binder. */
final class ReceiptView extends VBox {
    private final HistoryViewModel model;
    private final Words words;
    private final VBox lines = Nodes.column("blocks");
    private final Chip proof = new Chip();
    private final Label why = Nodes.paragraph("", "muted");

    private final HBox foot;

    ReceiptView(HistoryViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "receipt");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label saved = Nodes.paragraph("", "muted", "small-text");
        model.saved().subscribe(name -> {
            saved.setText(name.isEmpty() ? "" : words.say("receipt.saved", name));
            Nodes.show(saved, !name.isEmpty());
        });
        foot = Nodes.row(
                "page-foot",
                saved,
                Nodes.spring(),
                Nodes.button(words, "receipt.save", Feather.DOWNLOAD, this::save, "accent"));
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("receipt.title"), "title"), Nodes.spring(), proof),
                        why,
                        scroll,
                        new ProblemBox(words, model.problem()),
                        foot);
        model.chosen().subscribe(this::show);
    }

    private void save() {
        HistoryRow row = model.chosen().get();
        if (row != null) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Nodes.plain(words, "receipt.save"));
            chooser.setInitialFileName(HistoryViewModel.fileName(row));
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file != null) {
                model.save(file.toPath());
            }
        }
    }

    private void show(@Nullable HistoryRow row) {
        lines.getChildren().clear();
        Proof worth = row == null ? Proof.NONE : row.proof();
        switch (worth) {
            case SIGNED -> proof.show(Tone.GOOD, Feather.CHECK_CIRCLE, words.say("receipt.signed"));
            case BROKEN -> proof.show(Tone.BAD, Feather.ALERT_TRIANGLE, words.say("receipt.broken"));
            case STORED -> proof.show(Tone.CARE, Feather.ARCHIVE, words.say("receipt.stored"));
            case NONE -> proof.show(Tone.NEUTRAL, Feather.MINUS_CIRCLE, words.say("receipt.none"));
        }
        why.setText(words.say(
                switch (worth) {
                    case SIGNED -> "receipt.signed.why";
                    case BROKEN -> "receipt.broken.why";
                    case STORED -> "receipt.stored.why";
                    case NONE -> "receipt.none.why";
                }));
        Nodes.show(foot, worth == Proof.SIGNED || worth == Proof.BROKEN);
        if (row != null) {
            row.receipt().forEach(fact -> lines.getChildren().add(line(fact)));
        }
    }

    private static VBox line(Fact fact) {
        TextField value = new TextField(fact.value());
        value.setEditable(false);
        value.getStyleClass().add("fact");
        value.setAccessibleText(fact.name() + ": " + fact.value());
        if (fact.mono()) {
            value.getStyleClass().add("mono");
        }
        return Nodes.column("fact-line", Nodes.label(fact.name(), "muted", "small-text"), value);
    }
}
