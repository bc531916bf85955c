// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.trial.Subject;

/**
 * Whether sex and year of birth in the images are those of the chosen subject. While they are of several people, which
 * forbids sending, there is nobody yet to compare.
 */
final class RosterCheck implements Check {
    private static final Pattern AGE = Pattern.compile("(\\d{3})Y");

    @Override
    public void run(Selection selection, Findings findings) {
        Subject subject = selection.subject();
        if (subject == null || findings.has(Codes.TWO_PATIENTS)) {
            return;
        }
        Set<PatientIdentity> patients = new LinkedHashSet<>();
        selection.series().forEach(series -> series.images()
                .forEach(image -> patients.add(image.instance().place().patient())));
        Set<String> sexes = new LinkedHashSet<>();
        Set<Integer> years = new LinkedHashSet<>();
        for (PatientIdentity patient : patients) {
            String sex = patient.sex().strip();
            if (List.of("M", "F", "O").contains(sex)) {
                sexes.add(sex);
            }
            Days.parse(patient.birthDate().reveal()).ifPresent(born -> years.add(born.getYear()));
        }
        sex(subject, sexes, selection.series(), findings);
        year(subject, years, selection.series(), findings);
    }

    private static void sex(Subject subject, Set<String> sexes, List<SeriesFacts> series, Findings findings) {
        boolean known = subject.sex().equals("M") || subject.sex().equals("F");
        if (known && sexes.stream().anyMatch(sex -> !sex.equals("O") && !sex.equals(subject.sex()))) {
            findings.add(
                    Codes.SEX_DIFFERS,
                    Severity.REASON,
                    Remedy.CHOOSE_AGAIN,
                    Phrase.of("finding.sex-differs." + subject.sex().toLowerCase(Locale.ROOT), subject.id()),
                    Phrase.of("finding.sex-differs.safe"),
                    series);
        }
    }

    private static void year(Subject subject, Set<Integer> years, List<SeriesFacts> series, Findings findings) {
        if (subject.birthYear().isEmpty()) {
            return;
        }
        int expected = subject.birthYear().getAsInt();
        if (years.stream().anyMatch(year -> year != expected)) {
            findings.add(
                    Codes.BIRTH_YEAR_DIFFERS,
                    Severity.REASON,
                    Remedy.CHOOSE_AGAIN,
                    Phrase.of(
                            "finding.birth-year-differs",
                            Phrase.list(years.stream().map(String::valueOf).toList()),
                            subject.id(),
                            String.valueOf(expected)),
                    Phrase.of("finding.birth-year-differs.safe"),
                    series);
        } else if (years.isEmpty()) {
            age(expected, subject, series, findings);
        }
    }

    /** Where the images tell the age only, the year of birth is known to a year. */
    private static void age(int expected, Subject subject, List<SeriesFacts> series, Findings findings) {
        for (SeriesFacts each : series) {
            OptionalInt age = each.distinct(Tag.PATIENT_AGE).stream()
                    .map(AGE::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(match -> Integer.parseInt(match.group(1)))
                    .findFirst();
            Optional<LocalDate> day = Days.of(each);
            if (age.isPresent() && day.isPresent()) {
                int latest = day.get().getYear() - age.getAsInt();
                if (expected > latest || expected < latest - 1) {
                    findings.add(
                            Codes.BIRTH_YEAR_DIFFERS,
                            Severity.REASON,
                            Remedy.CHOOSE_AGAIN,
                            Phrase.of("finding.age-differs", age.getAsInt(), subject.id(), String.valueOf(expected)),
                            Phrase.of("finding.age-differs.safe"),
                            series);
                }
                return;
            }
        }
    }
}
