// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.rules.AttributeTypes.Need;
import org.trialcourier.dicom.Vr;

/**
 * Turns a row of the profile into one treatment: options first, then the code of the Basic Profile, a compound one
 * settled by how much the object needs the attribute (PS3.15 E.1.1 and Table E.1-1a).
 */
final class Resolver {
    private static final Map<Treatment, String> LETTERS = new EnumMap<>(Map.of(
            Treatment.KEEP, "K",
            Treatment.REMOVE, "X",
            Treatment.EMPTY, "Z",
            Treatment.DUMMY, "D",
            Treatment.NEW_UID, "U",
            Treatment.CLEAN, "C",
            Treatment.SHIFT, "C",
            Treatment.REFUSE, "R"));

    private final Set<Option> options;

    Resolver(Set<Option> options) {
        this.options = options;
    }

    Verdict resolve(ProfileRow row, Vr vr, Need need) {
        Treatment basic = basic(row.basic(), need, vr);
        Option dates = Option.RETAIN_LONGITUDINAL_MODIFIED_DATES;
        boolean temporal = vr == Vr.DA || vr == Vr.DT || vr == Vr.TM;
        if (options.contains(dates) && row.code(dates) == 'C' && temporal) {
            return new Verdict(Treatment.SHIFT, basic, "PS3.15 E.1-1: " + dates.meaning() + " C", Optional.empty());
        }
        if (options.contains(dates) && row.code(dates) == 'C' && vr == Vr.SH) {
            return option(Treatment.KEEP, row, 'C');
        }
        if (row.keeps(options, dates)) {
            return option(Treatment.KEEP, row, 'K');
        }
        if (row.cleans(options, dates) && vr != Vr.OB && vr != Vr.OW && vr != Vr.UN) {
            return option(Treatment.CLEAN, row, 'C');
        }
        String letter = LETTERS.getOrDefault(basic, "");
        String code = row.basic();
        String rule = (row.inEdition() ? "PS3.15 E.1-1: " : "PS3.15 newer than " + ProfileTable.EDITION + ": ") + code;
        return new Verdict(basic, code.equals(letter) ? rule : rule + " -> " + letter);
    }

    private Verdict option(Treatment treatment, ProfileRow row, char code) {
        StringBuilder names = new StringBuilder();
        for (Option option : Option.values()) {
            if (options.contains(option) && row.code(option) == code) {
                names.append(names.isEmpty() ? "" : ", ").append(option.meaning());
            }
        }
        return new Verdict(treatment, Treatment.EMPTY, "PS3.15 E.1-1: " + names + ' ' + code, Optional.empty());
    }

    /** An object must stay valid: what it needs is emptied or given a dummy even where the code says X or Z. */
    private static Treatment basic(String code, Need need, Vr vr) {
        return switch (code) {
            case "X" ->
                need == Need.VALUE ? Treatment.DUMMY : need == Need.PRESENCE ? Treatment.EMPTY : Treatment.REMOVE;
            case "Z" -> need.isValue() ? Treatment.DUMMY : Treatment.EMPTY;
            case "U" -> vr == Vr.UI ? Treatment.NEW_UID : Treatment.DUMMY;
            case "X/Z" -> byNeed(need, Treatment.REMOVE, Treatment.EMPTY, Treatment.DUMMY, Treatment.EMPTY);
            case "X/D" -> byNeed(need, Treatment.REMOVE, Treatment.DUMMY, Treatment.DUMMY, Treatment.DUMMY);
            case "X/Z/D" -> byNeed(need, Treatment.REMOVE, Treatment.EMPTY, Treatment.DUMMY, Treatment.DUMMY);
            case "Z/D" -> byNeed(need, Treatment.EMPTY, Treatment.EMPTY, Treatment.DUMMY, Treatment.DUMMY);
            // An emptied sequence of references would contradict the lists of references elsewhere in the object.
            case "X/Z/U*" -> byNeed(need, Treatment.REMOVE, Treatment.NEW_UID, Treatment.NEW_UID, Treatment.NEW_UID);
            default -> Treatment.DUMMY;
        };
    }

    private static Treatment byNeed(
            Need need, Treatment nothing, Treatment presence, Treatment value, Treatment unknown) {
        if (need.isValue()) {
            return value;
        }
        if (need.isPresence()) {
            return presence;
        }
        return need == Need.NOTHING ? nothing : unknown;
    }
}
