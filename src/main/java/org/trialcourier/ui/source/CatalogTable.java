// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.trialcourier.pixel.Picture;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Columns;
import org.trialcourier.ui.shared.Nodes;

/** The tree of patients, studies and series, with check boxes and counts that grow while a scan runs. */
final class CatalogTable extends TreeTableView<CatalogNode> {
    private static final double THUMBNAIL = 28;
    private static final double PREFERRED = 252;
    private static final double LEAST = 180;

    private final SourceViewModel model;
    private final Words words;

    CatalogTable(SourceViewModel model, Words words) {
        super(CatalogItems.of(model.root()));
        this.model = model;
        this.words = words;
        setShowRoot(false);
        setPrefHeight(PREFERRED);
        setMinHeight(LEAST);
        Label nothing = Nodes.paragraph("", "muted", "centered");
        setPlaceholder(nothing);
        model.phase()
                .subscribe(phase -> nothing.setText(
                        words.say(phase == SourceViewModel.Phase.SCANNING ? "source.looking" : "source.none")));
        Nodes.name(this, "source.tree", words);
        TreeTableColumn<CatalogNode, CatalogNode> name = new TreeTableColumn<>(words.say("source.column.name"));
        name.setCellValueFactory(row -> row.getValue().valueProperty());
        name.setCellFactory(column -> new NameCell());
        getColumns().add(name);
        getColumns().add(text("source.column.modality", 84, CatalogNode::modality));
        getColumns().add(text("source.column.date", 156, this::date));
        getColumns().add(number("source.column.images", 90, CatalogNode::images, words.formats()::number));
        getColumns().add(number("source.column.size", 90, CatalogNode::bytes, words.formats()::bytes));
        getColumns().forEach(column -> column.setSortable(false));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        addEventHandler(KeyEvent.KEY_PRESSED, this::toggle);
    }

    private void toggle(KeyEvent event) {
        TreeItem<CatalogNode> item = getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && item != null) {
            model.check(item.getValue(), !item.getValue().selected().get());
            event.consume();
        }
    }

    private String date(CatalogNode node) {
        return node.kind() == CatalogNode.Kind.PATIENT && !node.date().isEmpty()
                ? words.say("source.born", node.date())
                : node.date();
    }

    private TreeTableColumn<CatalogNode, String> text(String key, double width, Function<CatalogNode, String> value) {
        TreeTableColumn<CatalogNode, String> column = new TreeTableColumn<>(words.say(key));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(row.getValue().getValue())));
        return Columns.fixed(column, width);
    }

    private TreeTableColumn<CatalogNode, Number> number(
            String key,
            double width,
            Function<CatalogNode, ObservableValue<Number>> value,
            Function<Long, String> format) {
        TreeTableColumn<CatalogNode, Number> column = new TreeTableColumn<>(words.say(key));
        column.setCellValueFactory(row -> value.apply(row.getValue().getValue()));
        column.setCellFactory(c -> new NumberCell(format));
        column.getStyleClass().add("right");
        return Columns.fixed(column, width);
    }

    private static final class NumberCell extends TreeTableCell<CatalogNode, Number> {
        private final Function<Long, String> format;

        NumberCell(Function<Long, String> format) {
            this.format = format;
        }

        @Override
        protected void updateItem(@Nullable Number value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : format.apply(value.longValue()));
        }
    }

    private final class NameCell extends TreeTableCell<CatalogNode, CatalogNode> {
        private final CheckBox box = new CheckBox();
        private final FontIcon icon = Nodes.icon(Feather.USER);
        private final ImageView thumbnail = new ImageView();
        private final Label title = new Label();
        private final StackPane picture = new StackPane(icon, thumbnail);
        private final HBox row = Nodes.row("line", box, picture, title);
        private Subscription following = Subscription.EMPTY;

        NameCell() {
            thumbnail.setFitHeight(THUMBNAIL);
            thumbnail.setFitWidth(THUMBNAIL);
            thumbnail.setPreserveRatio(true);
            picture.setMinWidth(THUMBNAIL);
            box.setFocusTraversable(false);
            // The same for every row: a new one with each row would be a new style for each.
            box.setId("check-row");
            box.setOnAction(event -> {
                CatalogNode node = getItem();
                if (node != null) {
                    model.check(node, box.isSelected());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable CatalogNode node, boolean empty) {
            super.updateItem(node, empty);
            following.unsubscribe();
            following = Subscription.EMPTY;
            if (empty || node == null) {
                setGraphic(null);
                return;
            }
            box.setAccessibleText(node.title());
            following = Subscription.combine(
                    node.selected().subscribe(on -> box.setSelected(on)),
                    node.partly().subscribe(on -> box.setIndeterminate(on)));
            show(null);
            if (node.kind() == CatalogNode.Kind.SERIES) {
                following = following.and(model.thumbnails().of(node.key()).subscribe(this::show));
            }
            icon.setIconCode(
                    switch (node.kind()) {
                        case PATIENT, ROOT -> Feather.USER;
                        case STUDY -> Feather.FOLDER;
                        case SERIES -> Feather.LAYERS;
                    });
            title.setText(node.title());
            title.getStyleClass().remove("strong");
            if (node.kind() == CatalogNode.Kind.PATIENT) {
                title.getStyleClass().add("strong");
            }
            setGraphic(row);
        }

        private void show(@Nullable Picture picture) {
            thumbnail.setImage(picture == null ? null : image(picture));
            Nodes.show(thumbnail, picture != null);
            Nodes.show(icon, picture == null);
        }

        private static Image image(Picture picture) {
            WritableImage image = new WritableImage(picture.width(), picture.height());
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    image.getPixelWriter().setArgb(x, y, picture.pixels().at(x, y));
                }
            }
            return image;
        }
    }
}
