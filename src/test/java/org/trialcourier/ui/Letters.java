// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.AltLetters;

/** What is wrong with the letters that call buttons, on the page that is shown. */
final class Letters {
    private Letters() {}

    /** Letters that call two different buttons, and main buttons that no letter calls. */
    static Set<String> faults(Parent page) {
        return faults(page, AltLetters::letter);
    }

    /** The same, and what would be wrong on this page of English words if it were in another language. */
    static Set<String> faultsInEveryLanguage(Parent page) {
        Set<String> faults = new TreeSet<>(faults(page));
        for (Locale language : Words.LANGUAGES) {
            OtherLetters letters = new OtherLetters(language);
            faults(page, letters::letter).forEach(fault -> faults.add(language + ": " + fault));
        }
        return faults;
    }

    private static Set<String> faults(Parent page, Function<ButtonBase, Optional<KeyCode>> letters) {
        Set<String> faults = new TreeSet<>();
        Map<KeyCode, String> taken = new EnumMap<>(KeyCode.class);
        for (ButtonBase button : AltLetters.shown(page)) {
            String name = String.valueOf(button.getId());
            Optional<KeyCode> called = letters.apply(button);
            called.ifPresent(letter -> {
                String other = taken.putIfAbsent(letter, name);
                if (other != null && !other.equals(name)) {
                    faults.add(letter + " calls both " + other + " and " + name);
                }
            });
            if (called.isEmpty() && isMain(button)) {
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
