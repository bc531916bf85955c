// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.List;
import java.util.stream.Stream;
import org.trialcourier.dicom.Phi;

/**
 * A study of one patient.
 *
 * @param uid its UID in the source
 * @param date YYYYMMDD, or empty
 * @param time HHMMSS with what follows, or empty
 */
public record Study(String uid, Phi<String> date, Phi<String> time, Phi<String> description, List<Series> series) {
    public Study {
        series = List.copyOf(series);
    }

    /** The modalities of its series, each once, in alphabetical order. */
    public List<String> modalities() {
        return series.stream().map(Series::modality).distinct().sorted().toList();
    }

    /** All instances of all series. */
    public Stream<Instance> instances() {
        return series.stream().flatMap(one -> one.instances().stream());
    }

    /** Size of all files in bytes. */
    public long bytes() {
        return series.stream().mapToLong(Series::bytes).sum();
    }
}
