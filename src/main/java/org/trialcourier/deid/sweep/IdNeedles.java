// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trialcourier.deid.sweep.Needle.Bound;

/** The forms in which an identifier may turn up: whole, parted, as bare digits, and where it is short, after a word. */
final class IdNeedles {
    /** Words after which a short number is an identifier; for numbers of one or two digits only the first ones do. */
    private static final List<String> ID_WORDS = List.of(
            "PATIENT ID",
            "PATIENTID",
            "PATID",
            "PAT ID",
            "PID",
            "MRN",
            "ID",
            "PATIENT",
            "PAT",
            "PATIENT NO",
            "PAT NR",
            "PATNR",
            "PAT NO",
            "CASE",
            "CASE NO",
            "FALL",
            "FALLNR",
            "UPN",
            "IPP",
            "NHC",
            "ACCESSION",
            "ACC",
            "CHART");

    private static final int BARE_DIGITS = 6;
    private static final int STRONG_ID_WORDS = 6;

    private IdNeedles() {}

    /** An identifier of some kind: patient id, accession number and their like. */
    static Set<Needle> of(String value, String kind) {
        Set<Needle> needles = new LinkedHashSet<>();
        String folded = Folded.text(value);
        String joined = folded.replace(" ", "");
        if (joined.chars().allMatch(Character::isDigit)) {
            NeedleMaker.number(needles, joined, kind);
            if (!folded.equals(joined) && joined.length() >= NeedleMaker.NUMBER) {
                needles.add(new Needle(folded, kind, Bound.DIGITS));
            }
        } else if (joined.chars().noneMatch(Character::isDigit)) {
            if (!CommonWords.has(folded) && NeedleMaker.words(value).stream().noneMatch(CommonWords::has)) {
                NeedleMaker.word(needles, joined, kind);
                NeedleMaker.phrase(needles, folded, kind);
            }
        } else if (joined.length() > NeedleMaker.WORD) {
            spellings(needles, folded, kind);
            // The letters in front of an identifier are often left away.
            String bare = folded.replaceFirst("^\\p{L}+ ?", "");
            if (bare.chars().filter(Character::isDigit).count() >= BARE_DIGITS) {
                spellings(needles, bare, kind);
            }
            String digits = joined.replaceAll("\\D", "");
            if (digits.length() > NeedleMaker.NUMBER && !NeedleMaker.isDate(digits)) {
                NeedleMaker.number(needles, digits, kind);
            }
        }
        String latin = Folded.text(Transliteration.latin(value));
        if (!latin.equals(folded) && latin.chars().allMatch(c -> c < 128)) {
            needles.addAll(of(latin, kind));
        }
        if (joined.length() < NeedleMaker.NUMBER) {
            named(needles, joined, kind);
            named(needles, joined.replaceFirst("^0+(?=.)", ""), kind);
        }
        return needles;
    }

    private static void spellings(Set<Needle> needles, String folded, String kind) {
        String joined = folded.replace(" ", "");
        Bound bound = joined.length() >= 8 ? Bound.NONE : Bound.BOTH;
        needles.add(new Needle(joined, kind, bound));
        needles.add(new Needle(folded, kind, bound));
        needles.add(new Needle(parted(folded), kind, bound));
        needles.add(new Needle(parted(joined), kind, bound));
    }

    /** A blank where letters and digits meet: AX 90177. */
    private static String parted(String id) {
        return id.replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ");
    }

    /** A short identifier, which counts only where a word before it says that it is one. */
    private static void named(Set<Needle> needles, String id, String kind) {
        boolean tiny = id.length() < NeedleMaker.WORD;
        if (!id.isEmpty()) {
            for (String word : tiny ? ID_WORDS.subList(0, STRONG_ID_WORDS) : ID_WORDS) {
                needles.add(new Needle(word + ' ' + id, kind, Bound.BOTH));
                if (!tiny) {
                    needles.add(new Needle(word.replace(" ", "") + id, kind, Bound.BOTH));
                }
            }
        }
    }
}
