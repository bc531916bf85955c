// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;

/**
 * What series are called in what is kept about a submission: by kind, number and count of images, never by their
 * description, and without a kind or number that is the patient's.
 */
final class SeriesNames {
    private static final Pattern KIND = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private final Map<String, Series> known = new HashMap<>();
    private final List<Optional<Series>> images = new ArrayList<>();

    private static final class Series {
        private final String kind;
        private final String number;
        private long count;

        Series(String kind, String number) {
            this.kind = kind;
            this.number = number;
        }
    }

    /** Takes the header of the next image; null where it has none that can be read. */
    void add(@Nullable DataSet header) {
        String uid = header == null ? "" : header.text(Tag.SERIES_INSTANCE_UID);
        if (header == null || uid.isEmpty()) {
            images.add(Optional.empty());
            return;
        }
        Series series = known.computeIfAbsent(
                uid,
                key -> new Series(
                        header.text(Tag.MODALITY).strip(),
                        header.text(Tag.SERIES_NUMBER).strip()));
        series.count++;
        images.add(Optional.of(series));
    }

    /** A reason with the series of the image that it is about, counted from 1. */
    Phrase in(int image, Phrase reason, PatientValues values) {
        return images.get(image - 1)
                .map(series -> Phrase.of("finding.of-series", name(series, values), reason))
                .orElse(reason);
    }

    private static Phrase name(Series series, PatientValues values) {
        Phrase kind =
                isSafe(series.kind, KIND, values) ? Phrase.verbatim(series.kind) : Phrase.of("finding.series.unknown");
        Phrase many = Phrase.of("count.images", series.count);
        return isSafe(series.number, NUMBER, values)
                ? Phrase.of("finding.series.numbered", kind, series.number, many)
                : Phrase.of("finding.series.bare", kind, many);
    }

    private static boolean isSafe(String text, Pattern usual, PatientValues values) {
        return usual.matcher(text).matches() && values.kindIn(text).isEmpty();
    }
}
