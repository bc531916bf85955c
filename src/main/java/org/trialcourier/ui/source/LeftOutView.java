// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.problem.Problem;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.Nodes;

/** Every file that was not taken, each with its reason; folded to one line until it is wanted. */
final class LeftOutView extends VBox {
    private static final int SHOWN = 5;
    private static final double LEAST = 112;

    LeftOutView(SourceViewModel model, Words words) {
        getStyleClass().addAll("card", "flush", "left-out");
        TableView<LeftOut> table = Nodes.name(new TableView<>(model.leftOut()), "source.left-out.table", words);
        table.getColumns().add(Columns.text(words.say("source.left-out.file"), 380, model::nameOf));
        table.getColumns()
                .add(Columns.text(words.say("source.left-out.reason"), 420, left -> words.say(left.explanation())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        ToggleButton unfold =
                Nodes.name(new ToggleButton(words.say("source.left-out.show")), "source.left-out.show", words);
        unfold.getStyleClass().addAll("flat", "small", "unfold");
        unfold.selectedProperty().subscribe(on -> {
            Nodes.show(table, on);
            unfold.setText(words.say(on ? "source.left-out.hide" : "source.left-out.show"));
            unfold.setGraphic(Nodes.icon(on ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        });
        table.setPlaceholder(new Region());
        model.problem().subscribe(problem -> unfold.setSelected(problem instanceof Problem.NoImages));
        var title = Nodes.label("", "strong");
        title.setMinWidth(USE_PREF_SIZE);
        var why = Nodes.paragraph("", "muted");
        Nodes.follow(model.leftOut(), count -> {
            title.setText(words.say("source.left-out.title", count));
            why.setText(summary(model, words));
            Nodes.fit(table, Math.min(count, SHOWN));
            table.setMinHeight(Math.min(table.getPrefHeight(), LEAST));
            Nodes.show(this, count > 0);
        });
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.icon(Feather.FILE_MINUS), title, why, Nodes.spring(), unfold),
                        table);
    }

    private static String summary(SourceViewModel model, Words words) {
        long damaged =
                model.leftOut().stream().filter(left -> left.reason().isLoss()).count();
        long doubled = model.leftOut().stream()
                .filter(left -> left.reason() == LeftOut.Reason.DUPLICATE)
                .count();
        return words.say("source.left-out.summary", model.leftOut().size() - damaged - doubled, damaged, doubled);
    }
}
