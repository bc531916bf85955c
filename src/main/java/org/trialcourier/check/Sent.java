// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Study;

/**
 * What is remembered of a submission: whom and what it was about, as keyed marks only.
 *
 * @param trial the trial's id; so that one workstation with several trials can compare
 * @param people fingerprints of the patients in the source, one in a good submission
 * @param nameWords marks of the words of their names, so that one of them is seen in what is typed later
 * @param studies marks of the studies, each with the sorted marks of its instances
 * @param underWay the key of the words for where it stands, as long as it is not received; not part of what is kept
 */
public record Sent(
        String trial,
        String subject,
        String visit,
        List<Fingerprint> people,
        @Nullable Set<String> nameWords,
        Map<String, List<Long>> studies,
        @Nullable String underWay) {
    public Sent {
        people = List.copyOf(people);
        nameWords = nameWords == null ? Set.of() : Set.copyOf(nameWords);
        studies = Map.copyOf(studies);
    }

    /** Empty where an earlier version remembered the submission. */
    @Override
    public Set<String> nameWords() {
        return nameWords == null ? Set.of() : nameWords;
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
        Set<PatientIdentity> patients = selection.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Fingerprint> people = patients.stream().map(marks::of).distinct().toList();
        Set<String> nameWords = patients.stream()
                .flatMap(patient -> NameWords.of(patient.name().reveal()).stream())
                .map(marks::nameWord)
                .collect(Collectors.toSet());
        return new Sent(trial, subject, visit, people, nameWords, studies, null);
    }

    /** The same, not received yet and standing there; null where it is received. */
    public Sent standing(@Nullable String where) {
        return new Sent(trial, subject, visit, people, nameWords, studies, where);
    }

    boolean holds(String studyMark, Instance instance, Marks marks) {
        List<Long> instances = studies.get(studyMark);
        return instances != null && Collections.binarySearch(instances, marks.instance(instance.sopInstanceUid())) >= 0;
    }
}
