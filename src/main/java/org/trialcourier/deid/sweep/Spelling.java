// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways in which a name with special letters is spelt where there are none: Müller, Muller, Mueller. */
final class Spelling {
    private static final String[][] LONG = {{"Ä", "AE"}, {"Ö", "OE"}, {"Ü", "UE"}, {"Å", "AA"}, {"Ø", "OE"}, {"Ñ", "NY"}
    };
    private static final String[][] SHORT = {{"AE", "A"}, {"OE", "O"}, {"UE", "U"}, {"AA", "A"}};

    /** Where languages and years differ in how they write Cyrillic and Greek names in Latin letters. */
    private static final String[][] OTHER_LATIN = {
        {"SHCH", "SH"}, {"KH", "H"}, {"ZH", "Z"}, {"TS", "C"}, {"YU", "IU"}, {"YA", "IA"}, {"CH", "H"}, {"Y", "I"}
    };

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char LAST_ASCII = 127;
    private static final char FIRST_OF_ASIA = 0x2E80;

    private Spelling() {}

    /** All folded spellings of a part of a name. */
    static Set<String> of(String part) {
        Set<String> spellings = new LinkedHashSet<>();
        String upper = part.toUpperCase(Locale.ROOT);
        spellings.add(Folded.text(part));
        spellings.add(Folded.text(replaced(upper, LONG)));
        for (String[] pair : LONG) {
            spellings.add(Folded.text(upper.replace(pair[0], pair[1])));
            // Only one of several letters is spelt out now and then.
            spellings.add(Folded.text(upper.replaceFirst(pair[0], pair[1])));
        }
        String latin = Transliteration.latin(part);
        spellings.add(Folded.text(latin));
        spellings.add(Folded.text(replaced(latin, OTHER_LATIN)));
        spellings.add(replaced(Folded.text(part), SHORT));
        spellings.add(Folded.text(part).replace(" ", ""));
        spellings.remove("");
        return spellings;
    }

    /** What programs make of special letters that they cannot read: Osterm?hle, Ostermhle, OstermÃ¼hle. */
    static Set<String> damaged(String part) {
        Set<String> spellings = new LinkedHashSet<>();
        String composed = Normalizer.normalize(part, Normalizer.Form.NFC);
        if (composed.chars().anyMatch(c -> c > LAST_ASCII && c < FIRST_OF_ASIA)) {
            spellings.add(Folded.text(composed.replaceAll("[^\\x00-\\x7F]", "?")));
            spellings.add(Folded.text(composed.replaceAll("[^\\x00-\\x7F]", "")));
            byte[] utf8 = composed.getBytes(StandardCharsets.UTF_8);
            for (Charset charset : List.of(StandardCharsets.ISO_8859_1, WINDOWS)) {
                String misread = new String(utf8, charset);
                spellings.add(Folded.text(misread));
                spellings.add(Folded.text(new String(misread.getBytes(StandardCharsets.UTF_8), charset)));
            }
        }
        return spellings;
    }

    /** The folded line of an address with what streets are called cut short: FLIEDERSTR 17. */
    static String ofStreet(String folded) {
        return folded.replace("STRASSE", "STR")
                .replace("STREET", "ST")
                .replace("AVENUE", "AVE")
                .replace("ROAD", "RD");
    }

    private static String replaced(String text, String[][] pairs) {
        String result = text;
        for (String[] pair : pairs) {
            result = result.replace(pair[0], pair[1]);
        }
        return result;
    }
}
