// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Background;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.Theme;

/** What the stylesheet makes of the rows of tables and trees. */
@ResourceLock(Stagehand.WINDOW)
class RowLooksTest {
    @Test
    void aChosenRowOfATableShows() {
        Stagehand.startToolkit();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            assertThat(grounds(theme, RowLooksTest::table, ".table-row-cell")).doesNotHaveDuplicates();
        }
    }

    @Test
    void aChosenRowOfATreeShows() {
        Stagehand.startToolkit();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            assertThat(grounds(theme, RowLooksTest::tree, ".tree-table-row-cell"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void ofLongDetailsTheFirstWordsAreShown() {
        Stagehand.startToolkit();
        assertThat(Stagehand.fx(() -> {
                    TableView<String> table = new TableView<>(FXCollections.observableArrayList("one two three"));
                    table.getColumns().add(Columns.text("details", 50, text -> text, "from-start"));
                    Stage stage = new Stage();
                    stage.setScene(new Scene(table, 300, 200));
                    Theme.dress(stage.getScene());
                    stage.show();
                    table.applyCss();
                    table.layout();
                    OverrunStyle shown = ((Labeled) table.lookup(".table-cell")).getTextOverrun();
                    stage.close();
                    return shown;
                }))
                .isEqualTo(OverrunStyle.ELLIPSIS);
    }

    /** The grounds of the first row, which is chosen, and of the second, which is not. */
    private static List<Background> grounds(Theme theme, Supplier<Control> made, String row) {
        return Stagehand.fx(() -> {
            Control rows = made.get();
            Stage stage = new Stage();
            stage.setScene(new Scene(rows, 300, 200));
            Theme.dress(stage.getScene());
            theme.apply();
            stage.show();
            rows.applyCss();
            rows.layout();
            rows.applyCss();
            List<Background> grounds = rows.lookupAll(row).stream()
                    .map(node -> (IndexedCell<?>) node)
                    .filter(cell -> cell.getIndex() == 0 || cell.getIndex() == 1)
                    .filter(cell -> !cell.isEmpty())
                    .map(cell -> Objects.requireNonNull(cell.getBackground()))
                    .toList();
            stage.close();
            assertThat(grounds).hasSize(2);
            return grounds;
        });
    }

    private static Control table() {
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("one", "two"));
        TableColumn<String, String> column = new TableColumn<>("number");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
        table.getColumns().add(column);
        table.getSelectionModel().select(0);
        return table;
    }

    private static Control tree() {
        TreeItem<String> root = new TreeItem<>("root");
        root.getChildren().add(new TreeItem<>("one"));
        root.getChildren().add(new TreeItem<>("two"));
        root.setExpanded(true);
        TreeTableView<String> tree = new TreeTableView<>(root);
        tree.setShowRoot(false);
        TreeTableColumn<String, String> column = new TreeTableColumn<>("number");
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue()));
        tree.getColumns().add(column);
        tree.getSelectionModel().select(0);
        return tree;
    }
}
