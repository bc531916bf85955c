// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MasterDetailPane;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.EmptyState;
import org.trialcourier.ui.shared.Nodes;

/** The history screen: a table, and the receipt of the chosen line beside it. */
public final class HistoryView extends VBox {
    /** Below this width the receipt alone tells how many images there are, and how large. */
    private static final double ROOM_FOR_COUNTS = 640;

    /** Shows the history. */
    public HistoryView(HistoryViewModel model, AuditViewModel audit, Words words) {
        getStyleClass().addAll("page", "measured");
        TableView<HistoryRow> table = table(model, words);
        VBox card = Nodes.column("card", table);
        card.getStyleClass().add("flush");
        VBox.setVgrow(table, Priority.ALWAYS);
        MasterDetailPane both = new MasterDetailPane(Side.RIGHT, card, new ReceiptView(model, words), true);
        both.setAnimated(false);
        both.setFocusTraversable(false);
        both.getStyleClass().add("drawn-apart");
        EmptyState empty =
                new EmptyState(Feather.ARCHIVE, words.say("history.empty.title"), words.say("history.empty.text"));
        var nothing = Bindings.isEmpty(model.rows());
        empty.visibleProperty().bind(nothing.and(Bindings.not(model.blind())));
        EmptyState unseen = EmptyState.unseen(words);
        unseen.visibleProperty().bind(nothing.and(model.blind()));
        both.visibleProperty().bind(nothing.not());
        StackPane received = new StackPane(both, empty, unseen);
        AuditView trail = new AuditView(audit, words);
        StackPane body = new StackPane(received, trail);
        VBox.setVgrow(body, Priority.ALWAYS);
        ToggleButton submissions = tab(words, "history.tab.submissions", "left-pill");
        ToggleButton entries = tab(words, "history.tab.audit", "right-pill");
        ToggleGroup tabs = new ToggleGroup();
        tabs.getToggles().addAll(submissions, entries);
        tabs.selectToggle(submissions);
        tabs.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                tabs.selectToggle(before);
            }
        });
        entries.selectedProperty().subscribe(on -> {
            Nodes.show(trail, on);
            Nodes.show(received, !on);
            if (on) {
                audit.load();
            }
        });
        getChildren()
                .addAll(
                        Nodes.row(
                                "page-head",
                                Nodes.label(words.say("history.title"), "page-title"),
                                Nodes.spring(),
                                Nodes.row("filters", submissions, entries)),
                        body);
    }

    private static ToggleButton tab(Words words, String key, String place) {
        ToggleButton tab = Nodes.name(new ToggleButton(words.say(key)), key, words);
        tab.getStyleClass().add(place);
        return tab;
    }

    private static TableView<HistoryRow> table(HistoryViewModel model, Words words) {
        TableView<HistoryRow> table = Nodes.name(new TableView<>(model.rows()), "history.table", words);
        table.getStyleClass().add("chosen-from");
        table.setPlaceholder(Nodes.paragraph(words.say("history.empty.title"), "muted", "centered"));
        table.getColumns().add(Columns.text(words.say("history.when"), 164, HistoryRow::when));
        table.getColumns().add(Columns.text(words.say("history.subject"), 100, HistoryRow::subject));
        table.getColumns().add(Columns.text(words.say("history.visit"), 84, HistoryRow::visit));
        table.getColumns().add(Columns.chip(words.say("history.state"), 120, HistoryRow::look, HistoryRow::stateWord));
        var images = Columns.text(words.say("history.images"), 72, HistoryRow::images, "right");
        var size = Columns.text(words.say("history.size"), 84, HistoryRow::size, "right");
        table.getColumns().addAll(List.of(images, size));
        table.widthProperty().subscribe(width -> {
            images.setVisible(width.doubleValue() > ROOM_FOR_COUNTS);
            size.setVisible(width.doubleValue() > ROOM_FOR_COUNTS);
        });
        table.getColumns().forEach(column -> column.setMinWidth(column.getPrefWidth()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.chosen().set(row);
            }
        });
        model.chosen().subscribe(row -> table.getSelectionModel().select(row));
        return table;
    }
}
