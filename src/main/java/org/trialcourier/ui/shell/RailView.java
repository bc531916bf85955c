// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Logo;
import org.trialcourier.ui.shared.Nodes;

/**
 * The left rail: one button a screen, its label beside its icon or, where there is little room, below it. It scrolls in
 * a window too low for it.
 */
final class RailView extends ScrollPane {
    private final VBox column = Nodes.column("rail");
    private final Map<Screen, ToggleButton> items = new EnumMap<>(Screen.class);
    private final Label brand = Nodes.label("TrialCourier", "title");
    private final Words words;

    RailView(ShellViewModel model, Words words) {
        this.words = words;
        setId("rail");
        getStyleClass().add("rail-scroll");
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        column.setMinHeight(USE_PREF_SIZE);
        column.getChildren().add(Nodes.row("rail-brand", new Logo(), brand));
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton item = item(screen);
            item.setToggleGroup(group);
            item.setOnAction(event -> {
                item.setSelected(true);
                model.open(screen);
            });
            if (screen == Screen.SETTINGS) {
                column.getChildren().add(Nodes.spring());
            }
            items.put(screen, item);
            column.getChildren().add(item);
        }
        Button fold = Nodes.button(
                words,
                "rail.fold",
                Feather.SIDEBAR,
                () -> model.railCollapsed().set(!model.railCollapsed().get()),
                "rail-item");
        fold.setMaxWidth(Double.MAX_VALUE);
        column.getChildren().add(fold);
        model.screen().subscribe(screen -> item(screen, items).setSelected(true));
        model.railCollapsed().subscribe(collapsed -> collapse(collapsed, fold));
        model.waiting().subscribe(count -> badge(count.intValue()));
    }

    private ToggleButton item(Screen screen) {
        ToggleButton item =
                Nodes.name(new ToggleButton(words.say(screen.key()), Nodes.icon(screen.icon())), screen.key(), words);
        item.getStyleClass().add("rail-item");
        item.setMinWidth(0);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setWrapText(true);
        return item;
    }

    private void badge(int count) {
        ToggleButton queue = item(Screen.QUEUE, items);
        String name = words.say(Screen.QUEUE.key());
        queue.setText(count == 0 ? name : words.say("rail.queue.count", name, count));
        queue.setAccessibleText(queue.getText().replace("_", ""));
    }

    private void collapse(boolean collapsed, Button fold) {
        column.getStyleClass().remove("collapsed");
        if (collapsed) {
            column.getStyleClass().add("collapsed");
        }
        Nodes.show(brand, !collapsed);
        fold.setContentDisplay(collapsed ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        items.values().forEach(item -> item.setContentDisplay(collapsed ? ContentDisplay.TOP : ContentDisplay.LEFT));
    }

    private static ToggleButton item(Screen screen, Map<Screen, ToggleButton> items) {
        ToggleButton item = items.get(screen);
        if (item == null) {
            throw new IllegalStateException("the rail has no " + screen);
        }
        return item;
    }
}
