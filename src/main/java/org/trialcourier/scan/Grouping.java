// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.dicom.Phi;
import org.trialcourier.work.Progress;

/** Puts instances into series, studies and patients, the same way whatever order they were found in. */
final class Grouping {
    private static final Comparator<Instance> IN_SERIES = Comparator.comparingInt(
                    (Instance one) -> one.number().instance())
            .thenComparing(Instance::sopInstanceUid)
            .thenComparing(one -> one.source().display());
    private static final Comparator<Study> BY_TIME = Comparator.comparing(
                    (Study one) -> one.date().reveal())
            .thenComparing(one -> one.time().reveal())
            .thenComparing(Study::uid);
    private static final Comparator<Patient> BY_NAME = Comparator.comparing(
                    (Patient one) -> one.identity().name().reveal())
            .thenComparing(one -> one.identity().id().reveal())
            .thenComparing(one -> one.identity().birthDate().reveal())
            .thenComparing(one -> one.identity().issuer().reveal())
            .thenComparing(one -> one.identity().sex());

    private final Progress progress;

    Grouping(Progress progress) {
        this.progress = progress;
    }

    Catalog group(Collection<Instance> found, Collection<LeftOut> leftOut, Listing listing)
            throws InterruptedException {
        Twins twins = new Twins(progress);
        Collection<Instance> kept = twins.sort(found);
        List<LeftOut> all = new ArrayList<>(leftOut);
        all.addAll(twins.duplicates());
        all.sort(Comparator.comparing(left -> left.path().reveal()));
        List<Phi<String>> missing = new TablesOfContents().missing(listing.tablesOfContents());
        return new Catalog(patients(kept), all, kept.size() + all.size(), missing);
    }

    private static List<Patient> patients(Collection<Instance> instances) {
        // Each place is one object in a scan; looking at it alone saves comparing texts for each instance.
        Map<Place, List<Instance>> byPlace = new IdentityHashMap<>();
        List<Place> places = new ArrayList<>();
        for (Instance instance : instances) {
            byPlace.computeIfAbsent(instance.place(), place -> {
                        places.add(place);
                        return new ArrayList<>();
                    })
                    .add(instance);
        }
        Map<PatientIdentity, Map<String, Map<String, List<Instance>>>> tree = new LinkedHashMap<>();
        for (Place place : places) {
            tree.computeIfAbsent(place.patient(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(place.studyUid(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(place.seriesUid(), key -> new ArrayList<>())
                    .addAll(byPlace.getOrDefault(place, List.of()));
        }
        List<Patient> patients = new ArrayList<>();
        tree.forEach((identity, studies) -> {
            List<Study> made = new ArrayList<>();
            studies.values().forEach(series -> made.add(study(series)));
            made.sort(BY_TIME);
            patients.add(new Patient(identity, made));
        });
        patients.sort(BY_NAME);
        return patients;
    }

    private static Study study(Map<String, List<Instance>> bySeries) {
        List<Series> series = new ArrayList<>();
        for (List<Instance> instances : bySeries.values()) {
            instances.sort(IN_SERIES);
            Place place = instances.getFirst().place();
            series.add(new Series(
                    place.seriesUid(), place.modality(), place.seriesDescription(), place.seriesNumber(), instances));
        }
        series.sort(Comparator.comparingInt(Grouping::number).thenComparing(Series::uid));
        Place place = series.getFirst().instances().getFirst().place();
        return new Study(place.studyUid(), place.studyDate(), place.studyTime(), place.studyDescription(), series);
    }

    private static int number(Series series) {
        try {
            return Integer.parseInt(series.number().reveal());
        } catch (NumberFormatException none) {
            return Integer.MAX_VALUE;
        }
    }
}
