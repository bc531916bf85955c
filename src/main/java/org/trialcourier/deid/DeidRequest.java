// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All that de-identification needs to know about one submission.
 *
 * @param options the profile's options; without any it is the Basic Profile
 * @param rules the trial's own rules, which win over the profile
 * @param trialKey where new UIDs and the date offset come from
 * @param subjectId becomes Patient ID and Patient's Name
 * @param clinicalTrial what the Clinical Trial modules say
 * @param dateShiftDays the widest shift in days; dates move into the past by 1 to this many days, the same for all of a
 *     subject's dates
 * @param pixels masks, and what a person has looked through
 */
public record DeidRequest(
        Set<Option> options,
        List<ExtraRule> rules,
        TrialKey trialKey,
        String subjectId,
        ClinicalTrial clinicalTrial,
        int dateShiftDays,
        PixelPlan pixels) {

    /** What a trial file that says nothing means. */
    public static final int USUAL_DATE_SHIFT_DAYS = 365;

    public DeidRequest {
        options = options.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(options));
        rules = List.copyOf(rules);
        if (subjectId.isBlank()) {
            throw new IllegalArgumentException("a subject id is needed");
        }
        if (dateShiftDays < 1) {
            throw new IllegalArgumentException("dates shift by at least one day");
        }
    }

    /** A request in which nobody has looked at the pixels. */
    public DeidRequest(
            Set<Option> options,
            List<ExtraRule> rules,
            TrialKey trialKey,
            String subjectId,
            ClinicalTrial clinicalTrial,
            int dateShiftDays) {
        this(options, rules, trialKey, subjectId, clinicalTrial, dateShiftDays, PixelPlan.NONE);
    }

    /** The same with what a person decided about the pixels. */
    public DeidRequest withPixels(PixelPlan plan) {
        return new DeidRequest(options, rules, trialKey, subjectId, clinicalTrial, dateShiftDays, plan);
    }

    /** Whether an option is chosen. */
    public boolean has(Option option) {
        return options.contains(option);
    }
}
