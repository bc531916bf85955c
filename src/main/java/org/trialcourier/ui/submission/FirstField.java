// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.submission;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** The first thing on a page that waits for an answer: there the keyboard stands when the page opens. */
final class FirstField {
    private FirstField() {}

    /** In the order of the page; what is hidden or answered does not count. */
    static Optional<Node> in(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (isOpen(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> in(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isOpen(Node node) {
        return switch (node) {
            case TextInputControl text -> text.isEditable() && text.getLength() == 0;
            case ComboBoxBase<?> box -> box.getValue() == null;
            case CheckBox box -> !box.isSelected();
            case ToggleButton button -> isUndecided(button);
            default -> false;
        };
    }

    private static boolean isUndecided(Toggle toggle) {
        ToggleGroup group = toggle.getToggleGroup();
        return group != null && group.getSelectedToggle() == null;
    }
}
