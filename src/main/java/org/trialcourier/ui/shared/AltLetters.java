// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Alt and the underlined letter press a button, and turn a switch or a check box too, which the toolkit's own mnemonics
 * only tell that they were used.
 */
public final class AltLetters {
    private AltLetters() {}

    /** Listens in a scene, whatever it shows. */
    public static void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && !event.isControlDown() && !event.isMetaDown() && !event.isShiftDown()) {
                press(scene, event);
            }
        });
    }

    private static void press(Scene scene, KeyEvent event) {
        List<ButtonBase> called = shown(scene.getRoot()).stream()
                .filter(button -> letter(button).filter(event.getCode()::equals).isPresent())
                .toList();
        if (!called.isEmpty()) {
            int before = called.indexOf(scene.getFocusOwner());
            ButtonBase button = called.get((before + 1) % called.size());
            button.requestFocus();
            fire(button);
            event.consume();
        }
    }

    private static void fire(ButtonBase button) {
        if (button instanceof MenuButton menu) {
            menu.show();
        } else {
            button.fire();
        }
    }

    /** Every button that can be pressed just now, in the order of the page. */
    public static List<ButtonBase> shown(Parent root) {
        List<ButtonBase> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<ButtonBase> found) {
        if (!node.isVisible() || node.isDisable()) {
            return;
        }
        if (node instanceof ButtonBase button) {
            found.add(button);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** The letter that calls a button: the one after the underscore in its text. */
    public static Optional<KeyCode> letter(ButtonBase button) {
        return button.isMnemonicParsing() && button.getText() != null ? letter(button.getText()) : Optional.empty();
    }

    /** The letter after the underscore in a text. */
    public static Optional<KeyCode> letter(String text) {
        int mark = text.indexOf('_') + 1;
        return mark == 0 || mark == text.length()
                ? Optional.empty()
                : Optional.ofNullable(
                        KeyCode.getKeyCode(text.substring(mark, mark + 1).toUpperCase(Locale.ROOT)));
    }
}
