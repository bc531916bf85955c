// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

/** Finds runs of digits in text without regular expressions, since the sweep looks at every value of every file. */
final class Digits {
    private static final int LEAST_DOTS = 3;
    private static final int MOST_SEPARATORS = 3;

    private Digits() {}

    /** Gets a run; false ends the search. */
    interface Visitor {
        /** {@code run} is the UID or the bare digits; {@code from} and {@code to} its place in the text. */
        boolean visit(String run, int from, int to);
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

    /** Visits numbers of at least some digits, written with blanks, brackets, dots, slashes or dashes in between. */
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
                } else if (" ()./+-".indexOf(c) < 0) {
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
