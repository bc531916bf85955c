// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Columns of tables that show records. */
public final class Columns {
    /** How long values may be before their middle is left out. */
    private static final int LONGEST = 200;

    private Columns() {}

    /** A column of text. */
    public static <R> TableColumn<R, String> text(
            String title, double width, Function<R, String> value, String... styles) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(c -> new TextCell<>());
        column.getStyleClass().addAll(styles);
        column.setPrefWidth(width);
        return column;
    }

    /** A column of statuses. */
    public static <R> TableColumn<R, R> chip(
            String title, double width, Function<R, StateLook> look, Function<R, String> word) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new ChipCell<>(look, word));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** Gives a column just this width, so that the others share what is left. */
    public static <C extends TableColumnBase<?, ?>> C fixed(C column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    /** A long text with its middle left out: both ends tell more than the beginning alone. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int head = (longest - 1) / 2;
        return text.substring(0, head) + "…" + text.substring(text.length() - (longest - 1 - head));
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        TextCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            textTruncatedProperty().subscribe(cut -> explain());
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? null : shortened(text, LONGEST));
            explain();
        }

        private void explain() {
            String whole = getItem();
            boolean cut = whole != null && (isTextTruncated() || !whole.equals(getText()));
            setTooltip(cut ? new Tooltip(whole) : null);
        }
    }

    private static final class ChipCell<R> extends TableCell<R, R> {
        private final Function<R, StateLook> look;
        private final Function<R, String> word;
        private final Chip chip = new Chip();

        ChipCell(Function<R, StateLook> look, Function<R, String> word) {
            this.look = look;
            this.word = word;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            StateLook now = look.apply(row);
            chip.show(now.tone(), now.icon(), word.apply(row));
            setGraphic(chip);
        }
    }
}
