// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A cell that shows a card as wide as its list: long sentences wrap, and nothing lies beyond the right edge. */
public final class CardCell<T> extends ListCell<T> {
    /** Room for the scroll bar. */
    private static final double BAR = 16;

    private final Card<T> card;

    /** What is shown of an item. */
    public interface Card<T> {
        /** The card, the same for all items. */
        Region node();

        /** Shows an item; returns what a screen reader says of it. */
        String show(T item);
    }

    /** A cell for this card. */
    public CardCell(Card<T> card) {
        this.card = card;
        getStyleClass().add("card-cell");
        setPrefWidth(0);
        listViewProperty().subscribe(list -> {
            if (list != null) {
                card.node().prefWidthProperty().bind(list.widthProperty().subtract(BAR));
                card.node().maxWidthProperty().bind(card.node().prefWidthProperty());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        setAccessibleText(card.show(item));
        setGraphic(card.node());
    }

    @Override
    protected double computePrefHeight(double width) {
        ListView<T> list = getListView();
        return getGraphic() == null || list == null
                ? super.computePrefHeight(width)
                : snappedTopInset() + card.node().prefHeight(list.getWidth() - BAR) + snappedBottomInset();
    }
}
