// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final int DAY = 8;
    private static final Duration LONGEST_UPTAKE = Duration.ofHours(6);
    private static final Pattern MINUTE = Pattern.compile("([01]\\d|2[0-3]):?([0-5]\\d)");

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
        } else if (isInjectedTooLate(series)) {
            missing.add(Phrase.of("finding.suv.uptake"));
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

    /** Whether every injection that is told comes after the first image: one of two clocks, or the entry, is wrong. */
    private static boolean isInjectedTooLate(SeriesFacts series) {
        List<LocalTime> injected = new ArrayList<>(times(series.distinct(START_TIME), 0));
        injected.addAll(times(series.distinct(START_DATE_TIME), DAY));
        List<LocalTime> images = times(series.distinct(Tag.ACQUISITION_TIME), 0);
        if (injected.isEmpty() || images.isEmpty()) {
            return false;
        }
        LocalTime first = Collections.min(images);
        return injected.stream().allMatch(time -> time.isAfter(first) && !isBeforeMidnight(time, first));
    }

    /** A tracer given late in the evening, and images soon after midnight. */
    private static boolean isBeforeMidnight(LocalTime injected, LocalTime image) {
        return Duration.between(injected, image).plusDays(1).compareTo(LONGEST_UPTAKE) <= 0;
    }

    /** Times of day to the minute, of values that begin with a day of some length (VR TM and DT, PS3.5 6.2). */
    private static List<LocalTime> times(Set<String> values, int day) {
        List<LocalTime> times = new ArrayList<>();
        for (String value : values) {
            Matcher minute = MINUTE.matcher(value);
            if (value.length() >= day && minute.region(day, value.length()).lookingAt()) {
                times.add(LocalTime.of(Integer.parseInt(minute.group(1)), Integer.parseInt(minute.group(2))));
            }
        }
        return times;
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
