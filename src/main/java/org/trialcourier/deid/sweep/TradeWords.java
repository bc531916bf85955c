// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Set;

/** Words that may stay in free text: those of the standard, of reports, units, and numbers too short to identify. */
public final class TradeWords {
    private static final int LONGEST_NUMBER = 4;
    private static final Set<String> REPORTS = WordFile.read("report-words.txt");

    private TradeWords() {}

    /** Whether a word is one of them, in any case and with or without accents. */
    public static boolean has(String word) {
        String folded = Folded.text(word).replace(" ", "");
        int letters = 0;
        while (letters < folded.length() && Character.isDigit(folded.charAt(letters))) {
            letters++;
        }
        if (letters > LONGEST_NUMBER) {
            return false;
        }
        String rest = folded.substring(letters);
        return rest.isEmpty() || REPORTS.contains(rest) || CommonWords.has(rest);
    }
}
