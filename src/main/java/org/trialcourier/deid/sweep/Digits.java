// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

/** Finds runs of digits in text without regular expressions, since the sweep looks at every value of every file. */
final class Digits {
    private static final int LEAST_DOTS = 3;
    private static final int MOST_SEPARATORS = 3;

    /** Where the digits of other scripts begin. */
    private static final char ARABIC = 0x0660;

    private Digits() {}

    /** Gets a run; false ends the search. */
    interface Visitor {
        /** {@code run} is the UID or the bare digits; {@code from} and {@code to} its place in the text. */
        boolean visit(String run, int from, int to);
    }

    /** The text with the digits of other scripts made plain; as long as it was. */
    static String plain(String text) {
        StringBuilder made = null;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int digit = c < ARABIC ? -1 : Character.digit(c, 10);
            if (digit >= 0 && !Character.isLetter(c)) {
                made = made == null ? new StringBuilder(text) : made;
                made.setCharAt(at, (char) ('0' + digit));
            }
        }
        return made == null ? text : made.toString();
    }

    /** Visits what looks like a UID: numbers with at least three dots between them. */
    static void uids(String text, Visitor visitor) {
        int at = text.indexOf('.') < 0 ? text.length() : 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            int dots = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                boolean dot = c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
                if (!dot && !isDigit(c)) {
                    break;
                }
                dots += dot ? 1 : 0;
                at++;
            }
            if (dots >= LEAST_DOTS && !visitor.visit(text.substring(from, at), from, at)) {
                return;
            }
        }
    }

    /** Visits numbers of at least some digits, written with blanks, brackets, dots, slashes dashes or underscores in between. */
    static void numbers(String text, int leastDigits, Visitor visitor) {
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            int end = at;
            int count = 0;
            while (at < text.length() && at - end <= MOST_SEPARATORS) {
                char c = text.charAt(at++);
                if (isDigit(c)) {
                    count++;
                    end = at;
                } else if (" ()./+-_".indexOf(c) < 0) {
                    break;
                }
            }
            at = end;
            if (count >= leastDigits) {
                StringBuilder digits = new StringBuilder(count);
                for (int i = from; i < end; i++) {
                    if (isDigit(text.charAt(i))) {
                        digits.append(text.charAt(i));
                    }
                }
                if (!visitor.visit(digits.toString(), from, end)) {
                    return;
                }
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
