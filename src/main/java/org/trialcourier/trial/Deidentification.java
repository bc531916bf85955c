// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;

/**
 * What the trial asks of de-identification, on top of the Basic Profile of PS3.15 Annex E.
 *
 * @param options names of {@link #OPTIONS}
 * @param dateShiftDays the greatest number of days by which dates move under {@code RetainLongitudinalModifiedDates}
 */
public record Deidentification(List<String> options, List<Rule> rules, int dateShiftDays) {

    /** The options of PS3.15 Table E.1-1, by the names that trial files use. */
    public static final List<String> OPTIONS = List.of(
            "CleanPixelData",
            "CleanRecognizableVisualFeatures",
            "CleanGraphics",
            "CleanStructuredContent",
            "CleanDescriptors",
            "RetainLongitudinalFullDates",
            "RetainLongitudinalModifiedDates",
            "RetainPatientCharacteristics",
            "RetainDeviceIdentity",
            "RetainInstitutionIdentity",
            "RetainUIDs",
            "RetainSafePrivate");

    public Deidentification {
        options = List.copyOf(options);
        rules = List.copyOf(rules);
    }

    /**
     * One attribute treated in the trial's own way.
     *
     * @param tag a keyword such as {@code PatientAge}, or {@code (gggg,eeee)} in hexadecimal, {@code (gggg,xxee)} for a
     *     private attribute; after the sequences it stands in, with dots, it holds there only
     * @param action K, X, Z, D, U or C, as in PS3.15 Table E.1-1a, or R: instances that have it are refused
     * @param creator the owner of a private attribute, else empty
     * @param value what D writes; empty = a dummy
     */
    public record Rule(String tag, String action, String creator, String value) {
        /** A rule for a standard attribute. */
        public Rule(String tag, String action) {
            this(tag, action, "", "");
        }
    }
}
