// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.trialcourier.ui.shared.AltLetters;

/** What is wrong with the menus that pop up on the page that is shown. */
final class Menus {
    private Menus() {}

    /** Items without an id, and items that a screen reader does not say as they are written. */
    static Set<String> faults(Parent page) {
        Set<String> faults = new TreeSet<>();
        AltLetters.shown(page).stream()
                .filter(MenuButton.class::isInstance)
                .map(MenuButton.class::cast)
                .forEach(menu -> {
                    menu.show();
                    look(menu, faults);
                    menu.hide();
                });
        return faults;
    }

    private static void look(MenuButton menu, Set<String> faults) {
        List<String> said =
                menu.getItems().getFirst().getParentPopup().getSkin().getNode().lookupAll(".menu-item").stream()
                        .filter(node -> node.getAccessibleRole() == AccessibleRole.MENU_ITEM)
                        .map(Menus::said)
                        .toList();
        for (MenuItem item : menu.getItems()) {
            if (item instanceof SeparatorMenuItem) {
                continue;
            }
            if (item.getId() == null) {
                faults.add(menu.getId() + ": " + item.getText() + " has no id");
            }
            if (item.getText().isBlank() || !said.contains(item.getText())) {
                faults.add(menu.getId() + ": " + item.getText() + " is said as one of " + said);
            }
        }
    }

    private static String said(Node item) {
        return String.valueOf(item.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
