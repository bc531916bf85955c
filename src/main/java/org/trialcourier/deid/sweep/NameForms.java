// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.List;
import java.util.Set;
import org.trialcourier.deid.sweep.Needle.Bound;

/** What people and computers make of a name: user names, genitives, declined endings, and forms of address. */
final class NameForms {
    private static final List<String> TITLES = List.of(
            "MR",
            "MRS",
            "MS",
            "MISS",
            "DR",
            "DOCTOR",
            "PROF",
            "HERR",
            "HERRN",
            "FRAU",
            "MME",
            "SIG",
            "SRA",
            "SR",
            "NAME",
            "PATIENTNAME",
            "SURNAME",
            "LASTNAME",
            "NACHNAME",
            "PATIENT",
            "PATIENTIN",
            "NOM",
            "APELLIDO",
            "COGNOME");
    private static final int SHORTEST_USER = 5;
    private static final int SHORTEST_GENITIVE = 4;
    /** Longer words are found within others anyway. */
    private static final int LONGEST_GENITIVE = 5;

    private static final int SHORTEST_LATIN = 8;
    private static final int SHORTEST_CYRILLIC = 6;
    private static final String LATIN_ENDINGS = "AIY";
    private static final String CYRILLIC_ENDINGS = "АЯИЫЬ";

    private NameForms() {}

    /** What is made of a family name and a first name, both folded. */
    static void ofPair(Set<Needle> needles, String family, String given, String kind) {
        String joined = family.replace(" ", "");
        char initial = given.charAt(0);
        for (String user : List.of(initial + joined, joined + initial)) {
            if (user.length() >= SHORTEST_USER && !TradeWords.has(user)) {
                needles.add(new Needle(user, kind, Bound.LETTERS));
            }
        }
        if (CommonWords.has(family)) {
            TITLES.forEach(title -> needles.add(new Needle(title + ' ' + family, kind, Bound.BOTH)));
            needles.add(new Needle(initial + " " + family, kind, Bound.BOTH));
            needles.add(new Needle(family + ' ' + initial, kind, Bound.BOTH));
        }
    }

    /** What is made of one word of a name, folded. */
    static void ofWord(Set<Needle> needles, String word, String kind) {
        if (word.isEmpty() || CommonWords.has(word)) {
            return;
        }
        int length = word.length();
        char last = word.charAt(length - 1);
        String front = word.substring(0, length - 1);
        boolean latin = length >= SHORTEST_LATIN && LATIN_ENDINGS.indexOf(last) >= 0;
        boolean cyrillic = length >= SHORTEST_CYRILLIC && CYRILLIC_ENDINGS.indexOf(last) >= 0;
        if ((latin || cyrillic) && !TradeWords.has(front)) {
            needles.add(new Needle(front, kind, Bound.NONE));
        }
        if (length >= SHORTEST_GENITIVE && length <= LONGEST_GENITIVE && !TradeWords.has(word + 'S')) {
            needles.add(new Needle(word + 'S', kind, Bound.LETTERS));
        }
        if (word.startsWith("ال") && length >= SHORTEST_CYRILLIC) {
            needles.add(new Needle(word.substring(2), kind, Bound.NONE));
        }
    }
}
