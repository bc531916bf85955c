// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialcourier.deid.sweep.Folded;
import org.trialcourier.deid.sweep.NeedleSet;
import org.trialcourier.deid.sweep.Remembered;
import org.trialcourier.deid.sweep.TradeWords;

/**
 * Cleans descriptions (PS3.15 E.3.5): takes out this patient's values and what looks like a date, a telephone number,
 * an identifier, a UID, an address in the network or a person's name.
 */
final class TextCleaner {
    /** How the months begin in English, German, French, Spanish, Italian and Portuguese. */
    private static final String MONTH =
            "(?:jan|ene|gen|feb|fev|fév|mar|m[äa]r|apr|abr|avr|ma[iygj]|jun|jui|giu|jul|lug|aug"
                    + "|ago|ao[uû]|sep|set|okt|oct|ott|out|nov|dec|d[eé]c|dez|dic)\\p{L}*\\.?";

    private static final List<Pattern> SUSPECTS = List.of(
            Pattern.compile("\\S+@\\S+"),
            Pattern.compile("\\b\\d+(?:\\.\\d+){4,}\\b"),
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\\d|3[01])(?!\\d)"),
            Pattern.compile("(?<![\\d.])(?:19|20)\\d{2}[-./年]\\d{1,2}[-./月]\\d{1,2}(?![\\d.])"),
            Pattern.compile("(?<![\\d.])\\d{1,2}[-./] ?\\d{1,2}[-./] ?(?:\\d{4}|\\d{2})(?!\\d)"),
            Pattern.compile("(?iu)(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|[.º])?[ -]?(?:of |de |di )?" + MONTH
                    + "[ ,/-]*(?:de |del )?'?(?:\\d{4}|\\d{2})(?!\\d)"),
            Pattern.compile("(?iu)(?<!\\p{L})" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)"),
            Pattern.compile(
                    "(?iu)(?<!\\p{L})(?:tel|t[eé]l[eéè]\\p{L}*|fon|fax|phone|mobil\\p{L}*|handy|cell|call|pager|電話)"
                            + "(?:\\W{0,3}(?:no|nr))?\\W{0,3}\\d(?:[ ()/.\\-]{0,3}\\d){3,}"),
            Pattern.compile("\\+?\\d(?:[ ()/.\\-]{0,3}\\d){8,}"),
            Pattern.compile("(?<![\\p{L}\\d])(?:[A-Za-z]{0,4}[-_])?[\\p{L}\\d]*\\d{6,}[\\p{L}\\d]*"),
            Pattern.compile("\\b(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau|Dott|Mme|Sig|Sra?)\\b\\.?(?:\\s+(?:med|Dr|Prof)\\b\\.?)*"
                    + "(?:\\s+\\p{Lu}[\\p{L}'\\-]+){1,3}"),
            Pattern.compile("[\\p{L}'\\-]{2,}\\^[\\p{L}'^\\-]*"));

    /** Hexadecimal and base64 (RFC 4648), cut out whole: a piece of it could still be decoded. */
    private static final Pattern ENCODED = Pattern.compile("(?<![\\p{L}\\d])(?:[0-9A-F]{16,}|[0-9a-f]{16,}"
            + "|(?=[A-Za-z+/]*\\d)(?=[A-Z\\d+/]*[a-z])(?=[a-z\\d+/]*[A-Z])[A-Za-z0-9+/]{20,}={0,2})(?![\\p{L}\\d])");

    /** What stood before or behind a name that was taken out tells the sex. MR, MRS, MS and SR in capitals are of the trade. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\d])(?:(?:Frau|FRAU|frau|Fräulein|Herrn?|HERRN?|herrn?"
                    + "|Mme|MME|Mlle|MLLE|Madame|MADAME|Monsieur|MONSIEUR|Mr|Mrs|Ms|Miss|MISS|Mister|Sra?|Srta|Señora?|SEÑORA?|Signora?|Sig\\.ra)(?![\\p{L}\\d]|["
                    + " -]?\\d)\\.?|(?:さん|ちゃん|くん)|(?:様|氏|殿|君)(?!\\p{L}))");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");

    private final NeedleSet needles;
    private final Remembered<String> cleaned = new Remembered<>();
    private final Remembered<String> inWords = new Remembered<>();

    TextCleaner(NeedleSet needles) {
        this.needles = needles;
    }

    /** Whether it takes out the values of these needles. */
    boolean isFor(NeedleSet other) {
        return needles == other;
    }

    /** The text without this patient's values; the same object where there are none. */
    String withoutPatient(String text) {
        return needles.cut(text);
    }

    /** Whether a number is an identifier of the patient. */
    boolean isIdentifier(String number) {
        return needles.isNumber(number);
    }

    /**
     * Free text, of which only words of imaging and medicine, short numbers and units stay: a name that no attribute
     * tells is no such word.
     */
    String inWordsOfTheTrade(String text) {
        return inWords.of(text, this::wordsOfTheTrade);
    }

    private String wordsOfTheTrade(String text) {
        String plain = clean(text);
        StringBuilder left = new StringBuilder();
        Matcher word = WORD.matcher(plain);
        int from = 0;
        while (word.find()) {
            left.append(plain, from, word.start());
            if (TradeWords.has(word.group())) {
                left.append(word.group());
            }
            from = word.end();
        }
        String made = left.append(plain, from, plain.length()).toString();
        return made.equals(text) ? text : Folded.tidy(made);
    }

    /** The text without all that looks identifying. */
    String clean(String text) {
        return cleaned.of(text, this::withoutSuspects);
    }

    private String withoutSuspects(String text) {
        String decoded = ENCODED.matcher(text).replaceAll(" ");
        String made = withoutPatient(decoded);
        if (!made.equals(decoded)) {
            made = ADDRESS.matcher(made).replaceAll(" ");
        }
        for (Pattern suspect : SUSPECTS) {
            made = suspect.matcher(made).replaceAll(" ");
        }
        return made.equals(text) ? text : Folded.tidy(made);
    }
}
