// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.text.Normalizer;
import java.util.LinkedHashSet;
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
    private static final Set<String> COMMON = Set.of(
            "mrs", "miss", "prof", "frau", "herr", "mme", "mlle", "sra", "srta", "van", "von", "vom", "zur", "zum",
            "der", "den", "dem", "des", "del", "dei", "las", "los", "dos", "bin", "ibn", "ter", "ten", "the", "und",
            "and");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameWords() {}

    /** The words of a value of VR PN, of all its writings; those that are joined by a hyphen each by itself. */
    public static Set<String> of(String personName) {
        Set<String> words = new LinkedHashSet<>();
        for (String component : PersonName.parse(personName).components()) {
            for (String word : BREAK.split(plain(component), -1)) {
                if ((word.length() >= SHORTEST || isEastAsian(word)) && !COMMON.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** What in a text could be such a word. Languages without spaces between words have every piece of a run looked at. */
    public static Set<String> in(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String run : BREAK.split(plain(text), -1)) {
            if (run.length() >= SHORTEST || isEastAsian(run)) {
                words.add(run);
            }
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
