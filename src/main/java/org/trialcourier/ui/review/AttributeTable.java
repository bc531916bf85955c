// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Tone;

/** Every attribute, before and after. */
final class AttributeTable extends TableView<AttributeRow> {
    private static final double ACTION = 128;
    private static final double NARROWEST = 96;
    /** Below this width names and values have the room of the rule, which every cell tells on hover. */
    private static final double NARROW = 640;

    private static final double WIDEST_TIP = 520;

    AttributeTable(ReviewViewModel model, Words words) {
        super(model.shown());
        Nodes.name(this, "review.table", words);
        Label none = Nodes.paragraph("", "muted", "centered");
        model.previewing().subscribe(on -> none.setText(words.say(on ? "review.previewing" : "review.table.none")));
        setPlaceholder(none);
        getColumns().add(told(words, "review.column.attribute", 166, AttributeRow::name));
        getColumns().add(told(words, "review.column.before", 156, AttributeRow::before));
        getColumns().add(told(words, "review.column.after", 146, AttributeRow::after, "after"));
        getColumns()
                .add(Columns.fixed(
                        Columns.chip(
                                words.say("review.column.action"),
                                ACTION,
                                AttributeTable::look,
                                AttributeRow::actionWord),
                        ACTION));
        var rule = told(words, "review.column.rule", 150, AttributeRow::shortRule, "muted");
        getColumns().add(rule);
        widthProperty().subscribe(width -> rule.setVisible(width.doubleValue() > NARROW));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    }

    /** A column whose cells tell everything about the attribute on hover: whole values, rule, clause, images. */
    private static TableColumn<AttributeRow, AttributeRow> told(
            Words words, String title, double width, Function<AttributeRow, String> text, String... styles) {
        TableColumn<AttributeRow, AttributeRow> column = new TableColumn<>(words.say(title));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new ToldCell(words, text));
        column.setComparator((a, b) -> text.apply(a).compareToIgnoreCase(text.apply(b)));
        column.getStyleClass().addAll(styles);
        column.setPrefWidth(width);
        column.setMinWidth(NARROWEST);
        return column;
    }

    private static StateLook look(AttributeRow row) {
        return switch (row.action()) {
            case KEPT -> new StateLook(Tone.NEUTRAL, Feather.CHECK, "");
            case REMOVED -> new StateLook(Tone.BAD, Feather.TRASH_2, "");
            case EMPTIED -> new StateLook(Tone.BAD, Feather.SLASH, "");
            case REPLACED -> new StateLook(Tone.ACTIVE, Feather.REPEAT, "");
            case NEW_UID -> new StateLook(Tone.ACTIVE, Feather.HASH, "");
            case CLEANED ->
                row.isChanged()
                        ? new StateLook(Tone.ACTIVE, Feather.EDIT_3, "")
                        : new StateLook(Tone.NEUTRAL, Feather.CHECK, "");
            case ADDED -> new StateLook(Tone.GOOD, Feather.PLUS, "");
        };
    }

    private static final class ToldCell extends TableCell<AttributeRow, AttributeRow> {
        private final Words words;
        private final Function<AttributeRow, String> text;

        ToldCell(Words words, Function<AttributeRow, String> text) {
            this.words = words;
            this.text = text;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable AttributeRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(text.apply(row));
            Tooltip whole = new Tooltip(words.say(
                    "review.attribute.whole",
                    row.tag() + "  " + row.name(),
                    row.before(),
                    row.after(),
                    row.rule(),
                    row.images()));
            whole.setWrapText(true);
            whole.setMaxWidth(WIDEST_TIP);
            setTooltip(whole);
        }
    }
}
