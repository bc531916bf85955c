// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

/** Where one value ends and the next begins: a name may begin in the one and end in the other. */
final class Seam {
    private static final int LONGEST_NAME = 32;

    private Seam() {}

    /** Whole words around the seam, written together; empty where the first value does not end within a word. */
    static String of(String before, String after) {
        int from = Math.max(0, before.length() - LONGEST_NAME);
        while (from > 0 && Character.isLetter(before.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(after.length(), LONGEST_NAME);
        while (to < after.length() && Character.isLetter(after.charAt(to))) {
            to++;
        }
        boolean within =
                !before.isEmpty() && !after.isEmpty() && Character.isLetter(before.charAt(before.length() - 1));
        return within ? before.substring(from) + after.substring(0, to) : "";
    }
}
