// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.trialcourier.ui.shared.AltLetters;

/** The letter that a button of English words would have in another language, so that one walk tells of all of them. */
final class OtherLetters {
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
    private static final List<String> MARKED = ENGLISH.keySet().stream()
            .filter(key -> AltLetters.letter(ENGLISH.getString(key)).isPresent())
            .sorted()
            .toList();

    private final ResourceBundle texts;

    OtherLetters(Locale language) {
        texts = bundle(language);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.trialcourier.text.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The letter of the key that the button has as its id, or else of its English words. */
    Optional<KeyCode> letter(ButtonBase button) {
        if (AltLetters.letter(button).isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = MARKED.stream()
                .filter(key -> button.getText().contains(ENGLISH.getString(key)))
                .toList();
        return keys.stream()
                .filter(key -> key.replace('.', '-').equals(button.getId()))
                .findFirst()
                .or(() -> keys.stream()
                        .filter(key -> button.getText().equals(ENGLISH.getString(key)))
                        .findFirst())
                .flatMap(this::letter);
    }

    /** The letter of the button of a key. */
    Optional<KeyCode> letter(String key) {
        return AltLetters.letter(texts.getString(key));
    }
}
