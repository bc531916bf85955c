// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.dicom.PersonName;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.PatientIdentity;

/** Whether all images are of one person. */
final class PatientCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        Map<PatientIdentity, List<SeriesFacts>> people = new LinkedHashMap<>();
        Map<String, Set<PatientIdentity>> byStudy = new LinkedHashMap<>();
        for (SeriesFacts series : selection.series()) {
            for (ImageFacts image : series.images()) {
                PatientIdentity patient = image.instance().place().patient();
                List<SeriesFacts> own = people.computeIfAbsent(patient, key -> new ArrayList<>());
                if (own.isEmpty() || !own.getLast().equals(series)) {
                    own.add(series);
                }
                byStudy.computeIfAbsent(image.instance().place().studyUid(), key -> new LinkedHashSet<>())
                        .add(patient);
            }
        }
        compare(new ArrayList<>(people.keySet()), people, byStudy, findings);
    }

    private static void compare(
            List<PatientIdentity> people,
            Map<PatientIdentity, List<SeriesFacts>> series,
            Map<String, Set<PatientIdentity>> byStudy,
            Findings findings) {
        boolean sexVaries = people.stream().map(PatientIdentity::sex).distinct().count() > 1;
        Set<Phrase> names = new LinkedHashSet<>();
        List<SeriesFacts> others = new ArrayList<>();
        boolean different = false;
        for (PatientIdentity patient : people) {
            if (!sameValues(people.getFirst(), patient)) {
                different |= !samePerson(people.getFirst(), patient);
                others.addAll(series.get(patient));
            }
            names.add(describe(patient, sexVaries));
        }
        if (others.isEmpty()) {
            return;
        }
        Phrase.Listing list = Phrase.all(names);
        if (!different) {
            findings.add(
                    Codes.PATIENT_VARIES,
                    Severity.REASON,
                    Remedy.EXPLAIN,
                    Phrase.of("finding.patient-varies", list),
                    Phrase.of("finding.patient-varies.safe"),
                    others);
            return;
        }
        findings.add(
                Codes.TWO_PATIENTS,
                Severity.BLOCK,
                Remedy.LEAVE_OUT,
                Phrase.of("finding.two-patients", list),
                Phrase.of("finding.two-patients.safe", names.size()),
                others);
        if (byStudy.values().stream().anyMatch(PatientCheck::isMixed)) {
            findings.add(Codes.MIXED_STUDY, Severity.BLOCK, Remedy.LEAVE_OUT, Phrase.of("finding.mixed-study"), others);
        }
    }

    private static boolean isMixed(Set<PatientIdentity> patients) {
        List<PatientIdentity> list = new ArrayList<>(patients);
        return list.stream().anyMatch(each -> !samePerson(list.getFirst(), each));
    }

    private static boolean sameValues(PatientIdentity one, PatientIdentity other) {
        return id(one).equals(id(other))
                && name(one).equals(name(other))
                && born(one).equals(born(other))
                && one.sex().equals(other.sex());
    }

    /** Two of number, name and birth date agree, and what is missing on one side does not speak against it. */
    private static boolean samePerson(PatientIdentity one, PatientIdentity other) {
        int agree = 0;
        int differ = 0;
        String[][] pairs = {
            {id(one), id(other)},
            {name(one), name(other)},
            {born(one).toString(), born(other).toString()}
        };
        for (String[] pair : pairs) {
            if (!pair[0].isEmpty() && !pair[1].isEmpty()) {
                agree += pair[0].equals(pair[1]) ? 1 : 0;
                differ += pair[0].equals(pair[1]) ? 0 : 1;
            }
        }
        boolean sexDiffers =
                !one.sex().isEmpty() && !other.sex().isEmpty() && !one.sex().equals(other.sex());
        boolean twoAgree = agree >= 2 && differ <= 1 && !(sexDiffers && differ == 1);
        return twoAgree || (agree == 1 && differ == 0);
    }

    private static String id(PatientIdentity patient) {
        return patient.id().reveal().strip().toUpperCase(Locale.ROOT);
    }

    private static Object born(PatientIdentity patient) {
        return Days.shown(patient.birthDate().reveal());
    }

    private static String name(PatientIdentity patient) {
        return String.join(" ", PersonName.parse(patient.name().reveal()).components())
                .toUpperCase(Locale.ROOT);
    }

    /** Says all that is compared, so that no two people read alike. */
    private static Phrase describe(PatientIdentity patient, boolean withSex) {
        String name =
                String.join(", ", PersonName.parse(patient.name().reveal()).components());
        String id = patient.id().reveal();
        return Phrase.of(
                "finding.patient",
                name.isEmpty() ? Phrase.of("finding.patient.nameless") : name,
                id.isEmpty() ? "" : Phrase.of("finding.patient.id", id),
                born(patient).equals("") ? "" : Phrase.of("finding.patient.born", born(patient)),
                withSex ? sex(patient) : "");
    }

    private static Phrase sex(PatientIdentity patient) {
        String sex = patient.sex().strip();
        return sex.isEmpty() ? Phrase.of("finding.patient.sexless") : Phrase.of("finding.patient.sex", sex);
    }
}
