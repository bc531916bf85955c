// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Collection;
import java.util.Optional;

/**
 * Compares text that was read from a picture with the values of a patient. Reading confuses letters that look alike and
 * loses spaces, so one letter in five may differ.
 */
public final class ReadAlike {
    private static final int SHORTEST = 5;
    private static final int LETTERS_FOR_A_MISTAKE = 5;
    private static final String SEEN = "OQDILSBZGT";
    private static final String MEANT = "0001158261";

    private ReadAlike() {}

    /** The kind of the first value that is nearly in a text. */
    public static Optional<String> find(Collection<Needle> needles, String text) {
        String read = plain(text);
        return needles.stream()
                .filter(needle -> isIn(needle.text(), read))
                .map(Needle::kind)
                .findFirst();
    }

    private static boolean isIn(String value, String read) {
        String meant = plain(value);
        if (meant.length() < SHORTEST) {
            return false;
        }
        boolean number = value.chars().noneMatch(Character::isLetter);
        return distance(meant, read) <= (number ? 0 : meant.length() / LETTERS_FOR_A_MISTAKE);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Folded.text(text).chars().filter(c -> c != ' ').forEach(c -> {
            int at = SEEN.indexOf(c);
            plain.append(at < 0 ? (char) c : MEANT.charAt(at));
        });
        return plain.toString();
    }

    /** The fewest letters to change, add or leave out so that a value is found anywhere in a text. */
    private static int distance(String value, String text) {
        int[] row = new int[value.length() + 1];
        for (int i = 0; i < row.length; i++) {
            row[i] = i;
        }
        int best = row[value.length()];
        for (int at = 0; at < text.length(); at++) {
            int diagonal = row[0];
            for (int i = 1; i < row.length; i++) {
                int same = diagonal + (value.charAt(i - 1) == text.charAt(at) ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.min(same, Math.min(row[i], row[i - 1]) + 1);
            }
            best = Math.min(best, row[value.length()]);
        }
        return best;
    }
}
