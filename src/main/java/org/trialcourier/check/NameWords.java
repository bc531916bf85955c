// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.dicom.PersonName;

/**
 * The words of a name by which somebody can be told, each by itself, in the plain form in which they are compared: lower
 * case, without accents. Titles and particles are words of a language, and tell nobody.
 */
public final class NameWords {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;

    /** Family, given and middle name come before prefix and suffix (PS3.5 6.2.1). */
    private static final int FIRST_TITLE = 3;

    private static final Set<String> COMMON = Set.of(
            "mrs", "miss", "prof", "frau", "herr", "mme", "mlle", "sra", "srta", "van", "von", "vom", "zur", "zum",
            "der", "den", "dem", "des", "del", "dei", "las", "los", "dos", "bin", "ibn", "ter", "ten", "the", "und",
            "and");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameWords() {}

    /**
     * The words of a value of VR PN, of all its writings; those that are joined by a hyphen each by itself. A common word
     * is left out among titles, and beside another word of its component; where it is all of it, it is the name.
     */
    public static Set<String> of(String personName) {
        PersonName name = PersonName.parse(personName);
        Set<String> words = new LinkedHashSet<>();
        for (String writing : List.of(name.alphabetic(), name.ideographic(), name.phonetic())) {
            String[] components = writing.split("\\^", -1);
            for (int i = 0; i < components.length; i++) {
                List<String> all = words(components[i]);
                List<String> telling =
                        all.stream().filter(word -> !COMMON.contains(word)).toList();
                words.addAll(telling.isEmpty() && i < FIRST_TITLE ? all : telling);
            }
        }
        return words;
    }

    private static List<String> words(String text) {
        return BREAK.splitAsStream(plain(text))
                .filter(word -> word.length() >= SHORTEST || isEastAsian(word))
                .toList();
    }

    /** What in a text could be such a word. Languages without spaces between words have every piece of a run looked at. */
    public static Set<String> in(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String run : words(text)) {
            words.add(run);
            if (isEastAsian(run)) {
                for (int from = 0; from < run.length(); from++) {
                    for (int to = from + 2; to <= Math.min(run.length(), from + LONGEST); to++) {
                        words.add(run.substring(from, to));
                    }
                }
            }
        }
        return words;
    }

    private static boolean isEastAsian(String word) {
        return word.codePoints().anyMatch(letter -> switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }

    static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
