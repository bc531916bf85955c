// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;

/** Tree items that follow the nodes of the view model: added and removed one by one, so that nothing folds up. */
final class CatalogItems {
    private CatalogItems() {}

    static TreeItem<CatalogNode> of(CatalogNode node) {
        TreeItem<CatalogNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        node.children().forEach(child -> item.getChildren().add(of(child)));
        node.children().addListener((ListChangeListener<CatalogNode>) change -> follow(item, change));
        return item;
    }

    private static void follow(TreeItem<CatalogNode> item, ListChangeListener.Change<? extends CatalogNode> change) {
        while (change.next()) {
            for (CatalogNode gone : change.getRemoved()) {
                item.getChildren().removeIf(child -> child.getValue() == gone);
            }
            int at = change.getFrom();
            for (CatalogNode fresh : change.getAddedSubList()) {
                item.getChildren().add(Math.min(at++, item.getChildren().size()), of(fresh));
            }
        }
    }
}
