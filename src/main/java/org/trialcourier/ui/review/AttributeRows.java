// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.deid.rules.ProfileRow;
import org.trialcourier.deid.rules.ProfileTable;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;
import org.trialcourier.text.Words;

/** Puts rows of the preview into words. */
final class AttributeRows {
    private static final int SHOWN = 3;
    private static final Set<Vr> FREE_TEXT = EnumSet.of(Vr.LO, Vr.LT, Vr.SH, Vr.ST, Vr.UT, Vr.UC, Vr.PN);

    /** A rule of the profile, newer ones too; the resolved action is told in its own column. */
    private static final Pattern PROFILE = Pattern.compile("PS3\\.15 [^:]*: (.*?)(?: -> .)?");

    /** What every name of an option has in common. */
    private static final Pattern WORDY = Pattern.compile("Retain |Longitudinal Temporal Information |Option ?");

    private static final String STANDARD = "PS3.15 ";
    private static final String TABLE = STANDARD + "E.1-1";
    private static final String NO_RULE = "no rule";
    private static final String MARKS = "says what was done";

    private static final int LONGEST_CODE = 7;

    private final Words words;

    AttributeRows(Words words) {
        this.words = words;
    }

    AttributeRow of(PreviewRow row) {
        Optional<Dictionary.Entry> entry = Dictionary.standard().find(row.tag());
        String name = entry.map(Dictionary.Entry::name).orElse(row.keyword());
        boolean day = entry.map(e -> e.vr() == Vr.DA).orElse(false);
        String before = values(row.before().stream().map(Phi::reveal).toList(), day);
        String after = after(row, day);
        boolean untouched = row.action() == Action.CLEANED && before.equals(after);
        String action = untouched ? "checked" : row.action().name().toLowerCase(Locale.ROOT);
        String word = words.say("review.action." + action);
        boolean nested = row.path().indexOf('.') > 0;
        String tag = nested ? row.path() : Tag.format(row.tag());
        boolean freeText = entry.map(e -> FREE_TEXT.contains(e.vr())).orElse(true);
        String rule = row.rule().startsWith(STANDARD) ? row.rule() : row.rule() + " (" + clause(row) + ')';
        String search = String.join("\n", name, row.keyword(), tag, before, after, word, rule)
                .toLowerCase(Locale.ROOT);
        return new AttributeRow(
                name,
                tag,
                before,
                after,
                row.action(),
                word,
                rule,
                untouched || row.action() != Action.CLEANED ? shortRule(row.rule()) : shortReason(row.rule()),
                row.instances(),
                freeText,
                search);
    }

    /** Where no rule asks for it, a value is cleaned since it holds something of the patient. */
    private String shortReason(String rule) {
        return rule.startsWith(NO_RULE) ? words.say("review.rule.own") : shortRule(rule);
    }

    private String shortRule(String rule) {
        Matcher profile = PROFILE.matcher(rule);
        if (profile.matches()) {
            String what = WORDY.matcher(profile.group(1)).replaceAll("");
            return what.length() > LONGEST_CODE ? what : words.say("review.rule.profile", what);
        }
        return switch (rule.replaceFirst(": .*", "")) {
            case "the subject and the trial" -> words.say("review.rule.subject");
            case MARKS -> words.say("review.rule.marks");
            case "trial rule" -> words.say("review.rule.trial", rule.substring(rule.length() - 1));
            case NO_RULE -> words.say("review.rule.none");
            default -> rule;
        };
    }

    /** What the standard says about an attribute whose rule comes from elsewhere. */
    private String clause(PreviewRow row) {
        if (row.rule().startsWith(MARKS)) {
            return STANDARD + "E.1.1";
        }
        if (Tag.isPrivate(row.tag())) {
            return TABLE + ": X";
        }
        ProfileRow listed = ProfileTable.standard().find(row.tag());
        return listed == null ? words.say("review.rule.unlisted", TABLE) : TABLE + ": " + listed.basic();
    }

    private String after(PreviewRow row, boolean day) {
        if (row.action() == Action.REMOVED || row.action() == Action.EMPTIED) {
            return "";
        }
        return values(row.after(), day);
    }

    private String values(List<String> raw, boolean day) {
        List<String> values = day ? raw.stream().map(words.formats()::dicomDay).toList() : raw;
        if (values.size() <= SHOWN) {
            return String.join(", ", values);
        }
        return words.say("review.values", String.join(", ", values.subList(0, SHOWN)), values.size() - SHOWN);
    }
}
