// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Patient;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;

/** Takes the chosen series out of a catalog; patients and studies without any of them fall away. */
public final class Selection {
    private Selection() {}

    /** The part of a catalog whose series are chosen; what was left out by the scan stays named. */
    public static Catalog of(Catalog catalog, BiPredicate<Study, Series> chosen) {
        List<Patient> patients = new ArrayList<>();
        for (Patient patient : catalog.patients()) {
            List<Study> studies = new ArrayList<>();
            for (Study study : patient.studies()) {
                List<Series> series = study.series().stream()
                        .filter(each -> chosen.test(study, each))
                        .toList();
                if (!series.isEmpty()) {
                    studies.add(new Study(study.uid(), study.date(), study.time(), study.description(), series));
                }
            }
            if (!studies.isEmpty()) {
                patients.add(new Patient(patient.identity(), studies));
            }
        }
        return new Catalog(patients, catalog.leftOut(), catalog.files(), catalog.missing());
    }

    /** The part of a catalog whose instances are chosen. */
    public static Catalog ofInstances(Catalog catalog, Predicate<Instance> chosen) {
        List<Patient> patients = new ArrayList<>();
        for (Patient patient : catalog.patients()) {
            List<Study> studies = new ArrayList<>();
            for (Study study : patient.studies()) {
                List<Series> series = new ArrayList<>();
                for (Series each : study.series()) {
                    List<Instance> left =
                            each.instances().stream().filter(chosen).toList();
                    if (left.size() == each.instances().size()) {
                        series.add(each);
                    } else if (!left.isEmpty()) {
                        series.add(new Series(each.uid(), each.modality(), each.description(), each.number(), left));
                    }
                }
                studies.add(new Study(study.uid(), study.date(), study.time(), study.description(), series));
            }
            patients.add(new Patient(patient.identity(), studies));
        }
        return of(new Catalog(patients, catalog.leftOut(), catalog.files(), catalog.missing()), (study, each) -> true);
    }
}
