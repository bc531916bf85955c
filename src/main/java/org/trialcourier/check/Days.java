// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.trialcourier.dicom.Tag;

/** Dates of DICOM. */
final class Days {
    private Days() {}

    /** A value of VR DA, also in the old form with dots and with a time behind it. */
    static Optional<LocalDate> parse(String value) {
        String digits = value.strip().replace(".", "");
        if (digits.length() < 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day a series was made: the date of the study, or else of series, acquisition or content. */
    static Optional<LocalDate> of(SeriesFacts series) {
        Optional<LocalDate> study = parse(series.study().date().reveal());
        if (study.isPresent()) {
            return study;
        }
        for (int tag : List.of(Tag.SERIES_DATE, Tag.ACQUISITION_DATE, Tag.CONTENT_DATE)) {
            Optional<LocalDate> other = series.distinct(tag).stream()
                    .flatMap(value -> parse(value).stream())
                    .findFirst();
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    /** As people read it, or the value itself where it is no date. */
    static Object shown(String value) {
        return parse(value).<Object>map(day -> day).orElse(value);
    }
}
