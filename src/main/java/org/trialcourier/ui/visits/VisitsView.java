// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Tone;

/** The board of subjects by visits. */
public final class VisitsView extends VBox {
    private final VisitsViewModel model;
    private final Words words;

    private static final double SUBJECT = 110;
    private static final double FACTS = 80;
    private static final double VISIT = 156;
    private static final double SCROLL_BAR = 20;
    /** As wide as other pages may be; a board of many visits may be wider. */
    private static final double PAGE = 1760;

    private static final double BESIDE = 460;

    /** Shows the board; {@code begin} starts a submission without a visit chosen. */
    public VisitsView(
            VisitsViewModel model, QueryViewModel query, ExportViewModel export, Words words, Runnable begin) {
        this.model = model;
        this.words = words;
        getStyleClass().add("page");
        setMaxWidth(Math.max(PAGE, SUBJECT + FACTS + model.visits().size() * VISIT + BESIDE));
        Label summary = Nodes.paragraph("", "muted");
        summary.textProperty().bind(model.summary());
        TableView<VisitRow> table = table();
        VBox card = Nodes.column("card", table);
        card.getStyleClass().add("flush");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setMaxHeight(USE_PREF_SIZE);
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox both = Nodes.row("beside", card, new QueryView(query, words));
        both.setFillHeight(true);
        VBox.setVgrow(both, Priority.ALWAYS);
        Nodes.follow(model.rows(), rows -> fit(table));
        table.widthProperty().subscribe(width -> fit(table));
        getChildren()
                .addAll(
                        Nodes.row(
                                "page-head",
                                Nodes.column("lines", Nodes.label(words.say("visits.title"), "page-title"), summary),
                                Nodes.spring(),
                                new ExportButton(export, words),
                                Nodes.button(words, "visits.begin", Feather.PLUS, begin, "accent")),
                        new ProblemBox(words, export.problem()),
                        unseen(),
                        soonest(),
                        both);
    }

    /** What the board does not know stands above all that it says. */
    private HBox unseen() {
        HBox unseen =
                Nodes.row("note-box", Nodes.icon(Feather.ALERT_TRIANGLE), Nodes.paragraph(words.say("unseen.visits")));
        unseen.setId("visits-unseen");
        Chip.tone(unseen, Tone.CARE);
        model.blind().subscribe(blind -> Nodes.show(unseen, blind));
        return unseen;
    }

    /** What closes soonest, each a way to begin. */
    private FlowPane soonest() {
        FlowPane band = new FlowPane();
        band.getStyleClass().add("wrapping");
        Runnable fill = () -> {
            band.getChildren()
                    .setAll(model.closing().stream().map(this::closing).toList());
            Nodes.show(band, !model.closing().isEmpty());
        };
        model.closing().addListener((InvalidationListener) change -> fill.run());
        fill.run();
        return band;
    }

    private Button closing(Closing soon) {
        Button button = new Button(soon.text(), Nodes.icon(Feather.CLOCK));
        button.getStyleClass().addAll("small", "closing");
        Chip.tone(button, soon.tone());
        button.setId("closing-" + soon.trial().id() + "-" + soon.subject() + "-" + soon.visit());
        button.setAccessibleText(soon.text());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model.begin(soon));
        return button;
    }

    private TableView<VisitRow> table() {
        TableView<VisitRow> table = Nodes.name(new TableView<>(model.rows()), "visits.table", words);
        table.setPlaceholder(Nodes.paragraph(words.say("visits.none"), "muted", "centered"));
        table.getStyleClass().add("board");
        table.setRowFactory(t -> new Row());
        table.getColumns()
                .add(Columns.fixed(
                        Columns.text(words.say("visits.subject"), SUBJECT, VisitRow::subject, "strong"), SUBJECT));
        table.getColumns()
                .add(Columns.fixed(Columns.text(words.say("visits.facts"), FACTS, VisitRow::facts, "muted"), FACTS));
        for (int i = 0; i < model.visits().size(); i++) {
            table.getColumns().add(column(i));
        }
        table.getColumns().forEach(column -> column.setSortable(false));
        return table;
    }

    /** Columns share the width where there is room for all visits; else they keep theirs and the board scrolls. */
    private void fit(TableView<VisitRow> table) {
        boolean roomy = SUBJECT + FACTS + model.visits().size() * VISIT <= table.getWidth() - 2;
        Nodes.fit(table, Math.max(model.rows().size(), 1), roomy ? 0 : SCROLL_BAR);
        table.setColumnResizePolicy(
                roomy ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN : TableView.UNCONSTRAINED_RESIZE_POLICY);
        if (!roomy) {
            table.getColumns().stream().skip(2).forEach(column -> column.setPrefWidth(VISIT));
        }
    }

    private TableColumn<VisitRow, VisitCell> column(int index) {
        TableColumn<VisitRow, VisitCell> column =
                new TableColumn<>(model.visits().get(index));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
        column.setCellFactory(c -> new Cell(index));
        column.setPrefWidth(VISIT);
        column.setMinWidth(VISIT);
        return column;
    }

    private final class Cell extends TableCell<VisitRow, VisitCell> {
        private final Button button = new Button();

        /** Who goes on by keyboard comes to visits that lie beyond the edge: the ones next to her are always there. */
        Cell(int index) {
            button.focusedProperty().subscribe(on -> {
                if (on) {
                    getTableView().scrollToColumnIndex(Math.max(0, index - 1) + 2);
                    getTableView().scrollToColumnIndex(Math.min(model.visits().size() - 1, index + 1) + 2);
                }
            });
            button.getStyleClass().addAll("flat", "visit-cell", "toned");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> {
                VisitCell cell = getItem();
                if (cell != null) {
                    model.begin(cell);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable VisitCell cell, boolean empty) {
            super.updateItem(cell, empty);
            if (empty || cell == null) {
                setGraphic(null);
                return;
            }
            button.setText(cell.word());
            button.setGraphic(Nodes.icon(cell.icon()));
            Chip.tone(button, cell.tone());
            button.setId("visit-" + cell.subject() + "-" + cell.visit());
            button.setAccessibleText(cell.detail() + ": " + cell.word());
            button.setTooltip(new Tooltip(cell.detail()));
            button.setFocusTraversable(cell.startable());
            setGraphic(button);
        }
    }

    /** The last row has no line below it: the edge of the card is right there. */
    private static final class Row extends TableRow<VisitRow> {
        private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

        @Override
        protected void updateItem(@Nullable VisitRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(
                    LAST, getIndex() == getTableView().getItems().size() - 1);
        }
    }
}
