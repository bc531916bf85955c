// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.trialcourier.dicom.Phi;
import org.trialcourier.work.Progress;

/** Puts instances into series, studies and patients, the same way whatever order they were found in. */
final class Grouping {
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
    private final Workers workers;

    Grouping(Progress progress, Workers workers) {
        this.progress = progress;
        this.workers = workers;
    }

    Catalog group(ByPlace found, Twins twins, Collection<LeftOut> leftOut, Listing listing)
            throws InterruptedException {
        twins.sort(found);
        List<LeftOut> all = new ArrayList<>(leftOut);
        all.addAll(twins.duplicates());
        all.sort(Comparator.comparing(left -> left.path().reveal()));
        List<Phi<String>> missing = new TablesOfContents().missing(listing.tablesOfContents());
        int kept = found.lists().values().stream().mapToInt(List::size).sum();
        return new Catalog(patients(found), all, kept + all.size(), missing);
    }

    private List<Patient> patients(ByPlace found) throws InterruptedException {
        Map<PatientIdentity, Map<String, Map<String, List<Instance>>>> tree = new HashMap<>();
        Queue<List<Instance>> unsorted = new ConcurrentLinkedQueue<>();
        found.lists().forEach((place, instances) -> {
            if (!instances.isEmpty()) {
                tree.computeIfAbsent(place.patient(), key -> new HashMap<>())
                        .computeIfAbsent(place.studyUid(), key -> new HashMap<>())
                        .computeIfAbsent(place.seriesUid(), key -> {
                            List<Instance> series = new ArrayList<>();
                            unsorted.add(series);
                            return series;
                        })
                        .addAll(instances);
            }
        });
        workers.run(() -> {
            for (List<Instance> series = unsorted.poll(); series != null; series = unsorted.poll()) {
                progress.check();
                series.sort(Grouping::inSeries);
            }
        });
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
            Place place = instances.getFirst().place();
            series.add(new Series(
                    place.seriesUid(), place.modality(), place.seriesDescription(), place.seriesNumber(), instances));
        }
        series.sort(Comparator.comparingInt(Grouping::number).thenComparing(Series::uid));
        Place place = series.getFirst().instances().getFirst().place();
        return new Study(place.studyUid(), place.studyDate(), place.studyTime(), place.studyDescription(), series);
    }

    private static int inSeries(Instance one, Instance other) {
        int byNumber = Integer.compare(one.number().instance(), other.number().instance());
        if (byNumber != 0) {
            return byNumber;
        }
        int byUid = one.sopInstanceUid().compareTo(other.sopInstanceUid());
        return byUid != 0
                ? byUid
                : one.source().display().compareTo(other.source().display());
    }

    private static int number(Series series) {
        try {
            return Integer.parseInt(series.number().reveal());
        } catch (NumberFormatException none) {
            return Integer.MAX_VALUE;
        }
    }
}
