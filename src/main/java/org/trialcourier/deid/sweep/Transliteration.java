// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Latin spellings of names in Cyrillic and Greek letters, as passports and scanners write them. */
final class Transliteration {
    private static final Map<Character, String> LATIN = new HashMap<>();

    static {
        put(
                "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
                "A B V G D E E ZH Z I Y K L M N O P R S T U F KH TS CH SH SHCH - Y - E YU YA");
        put("ІЇЄҐЈЉЊЋЂЏЎ", "I YI YE G J LJ NJ C DJ DZ U");
        put("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "A V G D E Z I TH I K L M N X O P R S T Y F CH PS O");
    }

    private Transliteration() {}

    private static void put(String letters, String latin) {
        String[] spellings = latin.split(" ", -1);
        for (int i = 0; i < letters.length(); i++) {
            LATIN.put(letters.charAt(i), spellings[i].replace("-", ""));
        }
    }

    /** One capital letter in Latin letters; null where it is neither Cyrillic nor Greek. */
    static @Nullable String of(char letter) {
        return LATIN.get(letter);
    }

    /** The name in Latin letters; a name that is Latin already stays as it is, in capitals. */
    static String latin(String name) {
        String plain = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u0305\\u0307\\u0309-\\u036F]", "");
        String text = Normalizer.normalize(plain, Normalizer.Form.NFC);
        text = text.replace("ΟΥ", "OU").replace("ΜΠ", "B").replace("ΝΤ", "NT").replace("ΓΓ", "NG");
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            result.append(LATIN.getOrDefault(letter, String.valueOf(letter)));
        }
        return result.toString();
    }
}
