// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialcourier.trial.Imaging;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;

/** What is checked, with the facts of all its images. */
record Selection(CheckInput input, List<SeriesFacts> series) {
    /** Modalities whose objects hold no pictures (PS3.3 C.7.3.1.1.1). */
    private static final Set<String> WITHOUT_PICTURES = Set.of(
            "ANN",
            "ASMT",
            "AU",
            "CTPROTOCOL",
            "DOC",
            "ECG",
            "EEG",
            "EMG",
            "EOG",
            "EPS",
            "FID",
            "HD",
            "KO",
            "M3D",
            "PLAN",
            "POS",
            "PR",
            "REG",
            "RESP",
            "RTPLAN",
            "RTRECORD",
            "RTSTRUCT",
            "RWV",
            "SMR",
            "SR",
            "TEXTUREMAP");

    Trial trial() {
        return input.trial();
    }

    @Nullable
    Subject subject() {
        return input.subject();
    }

    @Nullable
    Visit visit() {
        return input.visit();
    }

    /** What the visit asks for; nothing while no visit is chosen. */
    List<Imaging> required() {
        Visit visit = input.visit();
        return visit == null ? List.of() : trial().requiredAt(visit);
    }

    /** Series of a modality that hold pictures, where objects of that modality do: a report about a CT is no CT. */
    Stream<SeriesFacts> ofModality(String modality) {
        return series.stream()
                .filter(each ->
                        each.modality().equals(modality) && (each.hasPixels() || WITHOUT_PICTURES.contains(modality)));
    }

    /** The series of a study, by its UID. */
    List<SeriesFacts> ofStudy(String uid) {
        return series.stream().filter(each -> each.study().uid().equals(uid)).toList();
    }
}
