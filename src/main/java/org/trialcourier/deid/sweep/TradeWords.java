// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that may stay in free text: those of the standard, of reports, units, and numbers too short to identify. */
public final class TradeWords {
    private static final int LONGEST_NUMBER = 4;
    private static final int LONGEST_LEVEL = 2;
    private static final Pattern APOSTROPHE = Pattern.compile("['’]");
    private static final Set<String> REPORTS = WordFile.read("report-words.txt");

    private TradeWords() {}

    /**
     * Whether a word is one of them, in any case and with or without accents; behind an elision ({@code d'extension}) and
     * before the number of a vertebra or a sequence (L4, T2), too.
     */
    public static boolean has(String word) {
        for (String part : APOSTROPHE.split(word, -1)) {
            if (!hasWhole(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWhole(String word) {
        String folded = Folded.text(word).replace(" ", "");
        int from = 0;
        int to = folded.length();
        while (from < to && Character.isDigit(folded.charAt(from))) {
            from++;
        }
        while (to > from && Character.isDigit(folded.charAt(to - 1))) {
            to--;
        }
        if (from > LONGEST_NUMBER || folded.length() - to > LONGEST_LEVEL) {
            return false;
        }
        String letters = folded.substring(from, to);
        return letters.isEmpty() || REPORTS.contains(letters) || CommonWords.has(letters);
    }
}
