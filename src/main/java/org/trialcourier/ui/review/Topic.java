// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.Set;
import org.trialcourier.check.Codes;

/** What a coordinator would check by hand, one line each on the readiness card; every finding belongs to one. */
public enum Topic {
    /** The images are of the person who takes part. */
    PERSON(
            Codes.TWO_PATIENTS,
            Codes.MIXED_STUDY,
            Codes.NO_IDENTITY,
            Codes.PATIENT_VARIES,
            Codes.SEX_DIFFERS,
            Codes.BIRTH_YEAR_DIFFERS,
            Codes.OTHER_SUBJECT,
            Codes.OTHER_PERSON,
            Codes.PERSON_CHANGED,
            Codes.FREE_TEXT),
    /** They were taken on a day that the visit allows. */
    DAY(Codes.OUTSIDE_WINDOW, Codes.NO_STUDY_DATE, Codes.FUTURE_DATE),
    /** All that the visit asks for is there. */
    SERIES(Codes.MISSING_IMAGING, Codes.MISSING_SERIES, Codes.MODALITY_NOT_ASKED_FOR),
    /** No slice is missing or broken. */
    WHOLE(
            Codes.MISSING_SLICES,
            Codes.DUPLICATE_SLICES,
            Codes.UNEVEN_SPACING,
            Codes.GANTRY_TILT,
            Codes.MIXED_ORIENTATION,
            Codes.INCOMPLETE_TIME_POINTS,
            Codes.TRUNCATED,
            Codes.UNREADABLE,
            Codes.UID_CLASH,
            Codes.COUNT),
    /** Nothing is written in the pictures, and there are only pictures. */
    PICTURES(
            Codes.BURNED_IN,
            Codes.BURNED_IN_PATIENT,
            Codes.BURNED_IN_UNSEEN,
            Codes.SECONDARY_CAPTURE,
            Codes.DOSE_SHEET,
            Codes.REPORT,
            Codes.DOCUMENT),
    /** They were not sent before. */
    NEW(Codes.SENT_BEFORE, Codes.ADDS_TO_SENT, Codes.SENT_ELSEWHERE, Codes.VISIT_NOT_DONE, Codes.VISIT_RECEIVED),
    /** Acquired as the protocol says; whatever belongs nowhere else. */
    PROTOCOL;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<String> codes;

    Topic(String... codes) {
        this.codes = Set.of(codes);
    }

    /** Where a finding of this code belongs. */
    static Topic of(String code) {
        for (Topic topic : values()) {
            if (topic.codes.contains(code)) {
                return topic;
            }
        }
        return PROTOCOL;
    }
}
