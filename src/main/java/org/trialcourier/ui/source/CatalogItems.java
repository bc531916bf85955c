// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;

/** Tree items that follow the nodes of the view model: added and removed as they come, in one go
 * for each parent, so that nothing folds up. */
final class CatalogItems {
    private CatalogItems() {}

    static TreeItem<CatalogNode> of(CatalogNode node) {
        TreeItem<CatalogNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        item.getChildren().setAll(node.children().stream().map(CatalogItems::of).toList());
        node.children().addListener((ListChangeListener<CatalogNode>) change -> follow(item, change));
        return item;
    }

    private static void follow(TreeItem<CatalogNode> item, ListChangeListener.Change<? extends CatalogNode> change) {
        while (change.next()) {
            if (change.wasPermutated()) {
                Map<CatalogNode, Integer> order = new HashMap<>();
                change.getList().forEach(child -> order.put(child, order.size()));
                item.getChildren().sort(Comparator.comparing(child -> order.get(child.getValue())));
                continue;
            }
            if (change.wasRemoved()) {
                Set<CatalogNode> gone = new HashSet<>(change.getRemoved());
                item.getChildren().removeIf(child -> gone.contains(child.getValue()));
            }
            List<TreeItem<CatalogNode>> fresh = new ArrayList<>();
            change.getAddedSubList().forEach(child -> fresh.add(of(child)));
            item.getChildren()
                    .addAll(Math.min(change.getFrom(), item.getChildren().size()), fresh);
        }
    }
}
