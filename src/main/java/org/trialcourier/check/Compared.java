// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Study;
import org.trialcourier.trial.Subject;

/** What the images of a selection can be compared with, so that nothing is said to agree that nobody looked at. */
public final class Compared {
    private Compared() {}

    /** In words, for the chosen subject; nothing where there is nothing to compare with. */
    public static List<Phrase> of(List<Study> studies, Subject subject, Memory memory) {
        List<PatientIdentity> patients = studies.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient())
                .distinct()
                .toList();
        List<Phrase> compared = new ArrayList<>();
        Set<String> sexes = Set.of("M", "F");
        if (sexes.contains(subject.sex())
                && patients.stream()
                        .anyMatch(patient -> sexes.contains(patient.sex().strip()))) {
            compared.add(Phrase.of("compared.sex"));
        }
        if (subject.birthYear().isPresent()
                && patients.stream()
                        .anyMatch(patient ->
                                Days.parse(patient.birthDate().reveal()).isPresent())) {
            compared.add(Phrase.of("compared.birth-year"));
        }
        if (memory.marks() != null
                && memory.sent().stream().anyMatch(sent -> sent.subject().equals(subject.id()))) {
            compared.add(Phrase.of("compared.sent"));
        }
        return compared;
    }
}
