// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.trialcourier.deid.sweep.NeedleSet;

/**
 * Cleans descriptions (PS3.15 E.3.5): takes out this patient's values and what looks like a date, a telephone number,
 * an identifier, a UID, an address in the network or a person's name.
 */
final class TextCleaner {
    private static final String MONTH =
            "(?:jan|feb|mar|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|dec|dez)\\p{L}*\\.?";
    private static final List<Pattern> SUSPECTS = List.of(
            Pattern.compile("\\S+@\\S+"),
            Pattern.compile("\\b\\d+(?:\\.\\d+){4,}\\b"),
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\\d|3[01])(?!\\d)"),
            Pattern.compile("(?<![\\d.])\\d{1,2}[-./]\\d{1,2}[-./](?:\\d{4}|\\d{2})(?!\\d)"),
            Pattern.compile("(?i)(?<!\\d)\\d{1,2}\\.?[ -]?" + MONTH + "[ ,-]*(?:\\d{4}|\\d{2})(?!\\d)"),
            Pattern.compile("(?i)\\b" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)"),
            Pattern.compile("\\+?\\d(?:[ ()/.\\-]{0,2}\\d){8,}"),
            Pattern.compile("\\b[A-Za-z]{0,4}[-_]?\\d{6,}\\b"),
            Pattern.compile("\\b(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau|Dott|Mme|Sig|Sra?)\\b\\.?(?:\\s+(?:med|Dr|Prof)\\b\\.?)*"
                    + "(?:\\s+\\p{Lu}[\\p{L}'\\-]+){1,3}"),
            Pattern.compile("[\\p{L}'\\-]{2,}\\^[\\p{L}'^\\-]*"));

    private final NeedleSet needles;

    TextCleaner(NeedleSet needles) {
        this.needles = needles;
    }

    /** The text without this patient's values; the same object where there are none. */
    String withoutPatient(String text) {
        return needles.find(text).isEmpty() ? text : needles.cut(text);
    }

    /** The text without all that looks identifying. */
    String clean(String text) {
        String cleaned = withoutPatient(text);
        for (Pattern suspect : SUSPECTS) {
            cleaned = suspect.matcher(cleaned).replaceAll(" ");
        }
        return cleaned.equals(text) ? text : NeedleSet.tidy(cleaned);
    }
}
