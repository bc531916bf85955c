// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.trialcourier.ui.shared.AltLetters;

/** What is wrong with the letters that call buttons, on the page that is shown. */
final class Letters {
    private Letters() {}

    /** Letters that call two different buttons, and main buttons that no letter calls. */
    static Set<String> faults(Parent page) {
        Set<String> faults = new TreeSet<>();
        Map<KeyCode, String> taken = new EnumMap<>(KeyCode.class);
        for (ButtonBase button : AltLetters.shown(page)) {
            String name = String.valueOf(button.getId());
            AltLetters.letter(button).ifPresent(letter -> {
                String other = taken.putIfAbsent(letter, name);
                if (other != null && !other.equals(name)) {
                    faults.add(letter + " calls both " + other + " and " + name);
                }
            });
            if (AltLetters.letter(button).isEmpty() && isMain(button)) {
                faults.add("no letter calls " + name);
            }
        }
        return faults;
    }

    private static boolean isMain(ButtonBase button) {
        List<String> styles = button.getStyleClass();
        boolean tab = button.getId() != null && button.getId().contains("-tab-");
        return styles.contains("accent") || styles.contains("rail-item") && !"rail-fold".equals(button.getId()) || tab;
    }
}
