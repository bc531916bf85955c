// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.Random;

/** Good files with some places spoilt. */
final class Spoilt {
    private Spoilt() {}

    /** A text with one to four places deleted, doubled, or with one of the letters in place of another. */
    static String of(String good, String letters, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            int at = random.nextInt(text.length() - 10);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, at + random.nextInt(1, 10));
                case 1 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                default -> text.insert(at, text.substring(at, at + random.nextInt(10)));
            }
        }
        return text.toString();
    }
}
