// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Set;

/** Words of the standard and of every radiology department, which identify nobody when they stand alone. */
final class CommonWords {
    private static final Set<String> WORDS = WordFile.read("common-words.txt");

    private CommonWords() {}

    /** Whether a folded word is one of them. */
    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
