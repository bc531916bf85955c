// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;

/** What standardised uptake values of PET are computed from. */
final class SuvInputs {
    static final int CORRECTED_IMAGE = 0x00280051;
    static final int DECAY_CORRECTION = 0x00541102;
    static final int START_TIME = 0x00181072;
    static final int START_DATE_TIME = 0x00181078;
    static final int TOTAL_DOSE = 0x00181074;
    static final int HALF_LIFE = 0x00181075;

    static final Set<Integer> TAGS = Set.of(
            Tag.UNITS,
            CORRECTED_IMAGE,
            DECAY_CORRECTION,
            START_TIME,
            START_DATE_TIME,
            TOTAL_DOSE,
            HALF_LIFE,
            Tag.PATIENT_WEIGHT,
            Tag.SERIES_TIME,
            Tag.ACQUISITION_TIME);

    private SuvInputs() {}

    /** What a PET series in Bq/ml lacks for body weight SUVs, in words; empty where nothing is missing. */
    static List<Phrase> missing(SeriesFacts series) {
        List<Phrase> missing = new ArrayList<>();
        if (!series.distinct(Tag.UNITS).contains("BQML")) {
            return missing;
        }
        if (!positive(series, Tag.PATIENT_WEIGHT)) {
            missing.add(Phrase.of("finding.suv.weight"));
        }
        if (!positive(series, TOTAL_DOSE)) {
            missing.add(Phrase.of("finding.suv.dose"));
        }
        if (!positive(series, HALF_LIFE)) {
            missing.add(Phrase.of("finding.suv.half-life"));
        }
        if (series.distinct(START_TIME).isEmpty()
                && series.distinct(START_DATE_TIME).isEmpty()) {
            missing.add(Phrase.of("finding.suv.injection"));
        }
        Set<String> corrections = series.distinct(CORRECTED_IMAGE);
        if (!corrections.contains("ATTN")) {
            missing.add(Phrase.of("finding.suv.attenuation"));
        }
        if (!corrections.contains("DECY") || series.distinct(DECAY_CORRECTION).contains("NONE")) {
            missing.add(Phrase.of("finding.suv.decay"));
        }
        return missing;
    }

    private static boolean positive(SeriesFacts series, int tag) {
        return series.distinct(tag).stream().anyMatch(text -> {
            try {
                return Double.parseDouble(text) > 0;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        });
    }
}
