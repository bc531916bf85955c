// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Locale;

/**
 * One value to look for.
 *
 * @param text the value, folded
 * @param kind what it is, in words that tell nothing about the patient
 * @param bound what must not stand beside it
 */
public record Needle(String text, String kind, Bound bound) {
    /** What must not stand beside a hit, lest a short value be found in a longer one. */
    public enum Bound {
        /** Anything may. */
        NONE,
        /** No letter. */
        LETTERS,
        /** No digit. */
        DIGITS,
        /** Neither. */
        BOTH
    }

    /** Whether the characters around a hit allow it. */
    boolean allows(char before, char after) {
        return free(before) && free(after);
    }

    private boolean free(char beside) {
        return switch (bound) {
            case NONE -> true;
            case LETTERS -> !Character.isLetter(beside);
            case DIGITS -> !Character.isDigit(beside);
            case BOTH -> beside == ' ';
        };
    }

    /** Tells nothing about the patient. */
    @Override
    public String toString() {
        return "needle for " + kind.toLowerCase(Locale.ROOT);
    }
}
