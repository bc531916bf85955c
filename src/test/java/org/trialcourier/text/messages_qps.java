// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A language nobody speaks: English with accents, two fifths longer and in brackets, so that a text that is cut, or that
 * does not come from the bundles, shows. The name is the one that {@link ResourceBundle} looks for.
 */
public final class messages_qps extends ResourceBundle {
    private static final int WORD = 6;
    private static final String FROM = "aeiouncyAEIOUNCY";
    private static final String TO = "áéíóúñçýÁÉÍÓÚÑÇÝ";

    private final ResourceBundle english = ResourceBundle.getBundle(
            "org.trialcourier.text.messages", Locale.ENGLISH, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    @Override
    protected Object handleGetObject(String key) {
        String text = english.getString(key);
        boolean glue = key.startsWith("format.") || key.startsWith("list.") || key.startsWith("phrase.");
        return glue || text.isBlank() ? text : lengthened(text);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(english.keySet());
    }

    private static String lengthened(String text) {
        StringBuilder made = new StringBuilder("⟦");
        int depth = 0;
        int letters = 0;
        for (char letter : text.toCharArray()) {
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            int place = depth == 0 ? FROM.indexOf(letter) : -1;
            letters += Character.isLetter(letter) ? 1 : 0;
            made.append(place < 0 ? letter : TO.charAt(place));
        }
        for (int more = 0; more < Math.max(1, letters * 2 / 5); more++) {
            made.append(more % WORD == 0 ? " " : "ö");
        }
        return made.append("⟧").toString();
    }
}
