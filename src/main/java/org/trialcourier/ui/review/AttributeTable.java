// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private static final double ACTION = 136;

    AttributeTable(ReviewViewModel model, Words words) {
        super(model.shown());
        Nodes.name(this, "review.table", words);
        setPlaceholder(Nodes.paragraph(words.say("review.table.none"), "muted", "centered"));
        getColumns().add(name(words));
        getColumns().add(Columns.text(words.say("review.column.before"), 220, AttributeRow::before));
        getColumns().add(Columns.text(words.say("review.column.after"), 220, AttributeRow::after, "after"));
        getColumns()
                .add(Columns.fixed(
                        Columns.chip(
                                words.say("review.column.action"),
                                ACTION,
                                AttributeTable::look,
                                AttributeRow::actionWord),
                        ACTION));
        getColumns().add(Columns.text(words.say("review.column.rule"), 130, AttributeRow::rule, "muted"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    }

    private static TableColumn<AttributeRow, AttributeRow> name(Words words) {
        TableColumn<AttributeRow, AttributeRow> column = new TableColumn<>(words.say("review.column.attribute"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new NameCell(words));
        column.setComparator((a, b) -> a.name().compareToIgnoreCase(b.name()));
        column.setPrefWidth(210);
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

    private static final class NameCell extends TableCell<AttributeRow, AttributeRow> {
        private final Words words;

        NameCell(Words words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable AttributeRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(row.name());
            setTooltip(new Tooltip(words.say("review.attribute", row.tag(), row.name(), row.rule(), row.images())));
        }
    }
}
