// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Study;

/**
 * What is remembered of a submission: whom and what it was about, as keyed marks only.
 *
 * @param trial the trial's id; so that one workstation with several trials can compare
 * @param people fingerprints of the patients in the source, one in a good submission
 * @param studies marks of the studies, each with the sorted marks of its instances
 */
public record Sent(
        String trial, String subject, String visit, List<Fingerprint> people, Map<String, List<Long>> studies) {
    public Sent {
        people = List.copyOf(people);
        studies = Map.copyOf(studies);
    }

    /** What is to be remembered of a selection. */
    public static Sent of(String trial, String subject, String visit, List<Study> selection, Marks marks) {
        // One study stands several times in a selection where its images write the patient in several ways.
        Map<String, List<Long>> studies = new TreeMap<>();
        for (Study study : selection) {
            List<Long> instances = studies.computeIfAbsent(marks.study(study.uid()), mark -> new ArrayList<>());
            study.instances().forEach(instance -> instances.add(marks.instance(instance.sopInstanceUid())));
        }
        studies.values().forEach(Collections::sort);
        List<Fingerprint> people = selection.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient())
                .distinct()
                .map(marks::of)
                .distinct()
                .toList();
        return new Sent(trial, subject, visit, people, studies);
    }

    boolean holds(String studyMark, Instance instance, Marks marks) {
        List<Long> instances = studies.get(studyMark);
        return instances != null && Collections.binarySearch(instances, marks.instance(instance.sopInstanceUid())) >= 0;
    }
}
