// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.history.HistoryRow.Fact;
import org.trialcourier.ui.history.HistoryRow.Proof;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** A receipt: what the receiver found, and whether its signature holds. */
final class ReceiptView extends VBox {
    private final Words words;
    private final VBox lines = Nodes.column("blocks");
    private final Chip proof = new Chip();
    private final Label why = Nodes.paragraph("", "muted");

    ReceiptView(ObservableValue<@Nullable HistoryRow> row, Words words) {
        this.words = words;
        getStyleClass().addAll("card", "receipt");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("receipt.title"), "title"), Nodes.spring(), proof),
                        why,
                        scroll);
        row.subscribe(this::show);
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
