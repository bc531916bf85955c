// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Ticker;

/** The whole window's content. A screen is made when first opened and kept, so that a draft survives a look elsewhere. */
public final class ShellView extends StackPane {
    private final StackPane place = new StackPane();
    private final Map<Screen, Node> made = new EnumMap<>(Screen.class);
    private final Map<Screen, Supplier<Node>> screens;
    private final Toasts toasts;

    /** A frame around these screens. */
    public ShellView(ShellViewModel model, Words words, Ticker ticker, Map<Screen, Supplier<Node>> screens) {
        this.screens = new EnumMap<>(screens);
        getStyleClass().add("frame");
        BorderPane right = new BorderPane(place);
        right.setTop(new TopBarView(model, words));
        BorderPane frame = new BorderPane(right);
        frame.setLeft(new RailView(model, words));
        toasts = new Toasts(words, ticker);
        getChildren().addAll(frame, toasts);
        model.screen().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> jump(event, model));
    }

    /** Shows news in a corner. */
    public void tell(Notices.Notice notice) {
        toasts.show(notice);
    }

    private void show(Screen screen) {
        Supplier<Node> maker = screens.get(screen);
        if (maker != null) {
            place.getChildren().setAll(made.computeIfAbsent(screen, s -> maker.get()));
        }
    }

    /** Ctrl (or Cmd) and a digit opens a screen. */
    private static void jump(KeyEvent event, ShellViewModel model) {
        for (Screen screen : Screen.values()) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + (screen.ordinal() + 1));
            if (new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN).match(event)) {
                model.open(screen);
                event.consume();
            }
        }
    }
}
