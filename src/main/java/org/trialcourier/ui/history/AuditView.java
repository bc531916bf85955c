// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.io.File;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.history.AuditViewModel.Row;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Tone;

/** The audit trail on the screen. */
final class AuditView extends VBox {
    private final AuditViewModel model;
    private final Words words;

    AuditView(AuditViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("blocks");
        Chip verdict = new Chip();
        model.verdict().subscribe(now -> {
            switch (now) {
                case CHECKING -> verdict.show(Tone.NEUTRAL, Feather.SEARCH, words.say("audit.checking"));
                case WHOLE -> verdict.show(Tone.GOOD, Feather.CHECK_CIRCLE, words.say("audit.whole"));
                case BROKEN -> verdict.show(Tone.BAD, Feather.ALERT_TRIANGLE, words.say("audit.broken"));
            }
        });
        TableView<Row> table = Nodes.name(new TableView<>(model.rows()), "audit.table", words);
        table.setPlaceholder(Nodes.paragraph(words.say("audit.none"), "muted", "centered"));
        table.getColumns().add(Columns.fixed(Columns.text(words.say("audit.seq"), 64, Row::seq, "right"), 64));
        table.getColumns().add(Columns.fixed(Columns.text(words.say("audit.when"), 172, Row::when), 172));
        table.getColumns().add(Columns.fixed(Columns.text(words.say("audit.who"), 148, Row::who), 148));
        table.getColumns().add(Columns.fixed(Columns.text(words.say("audit.what"), 220, Row::what), 220));
        table.getColumns().add(Columns.text(words.say("audit.details"), 420, Row::details, "muted", "from-start"));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        Label faults = Nodes.paragraph("");
        Nodes.follow(model.faults(), many -> {
            faults.setText(String.join("\n", model.faults()));
            Nodes.show(faults, many > 0);
        });
        VBox card = Nodes.column(
                "card",
                Nodes.row(
                        "card-head",
                        Nodes.label(words.say("audit.title"), "title"),
                        verdict,
                        Nodes.spring(),
                        Nodes.button(words, "audit.export", Feather.DOWNLOAD, this::export, "small")),
                faults,
                new AuditFilterBar(model, words),
                table,
                Nodes.paragraph(words.say("audit.scope", model.trial()), "muted", "card-foot"));
        card.getStyleClass().add("flush");
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(new ProblemBox(words, model.problem()), card);
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Nodes.plain(words, "audit.export"));
        chooser.setInitialFileName("audit-trail.csv");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }
}
