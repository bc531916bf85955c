// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Study;
import org.trialcourier.trial.Imaging;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.SubjectVisit;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitWindow;

/** Ranks subjects and visits by how well the images fit them, each with its reasons. */
public final class Matching {
    private static final double PERSON = 100;
    private static final double SAME_SEX = 5;
    private static final double SAME_YEAR = 20;
    private static final double IN_WINDOW = 30;
    private static final double MODALITY = 10;
    private static final double DONE = -25;
    private static final double CONTRADICTION = -60;
    private static final double NEAR_DAYS = 15;

    private final Trial trial;
    private final Memory memory;

    /** Matching in a trial, with what was sent before. */
    public Matching(Trial trial, Memory memory) {
        this.trial = trial;
        this.memory = memory;
    }

    /** The best suggestions for images of one person, likeliest first; none without a reason to offer. */
    public List<Suggestion> rank(List<Study> studies, int most) {
        Person person = person(studies);
        if (person == null) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>();
        for (Subject subject : trial.subjects()) {
            Weights who = new Weights();
            weighSubject(subject, person, who);
            if (who.score > CONTRADICTION) {
                for (Visit visit : trial.visits()) {
                    Weights both = who.copy();
                    weighVisit(subject, visit, person, both);
                    if (both.score > 0 && !both.reasons.isEmpty()) {
                        all.add(new Suggestion(subject, visit, both.score, both.reasons, both.doubts));
                    }
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed())
                .limit(most)
                .toList();
    }

    /** What speaks against a subject, whatever the visit; nothing where the images agree or say nothing. */
    public List<Phrase> doubts(List<Study> studies, Subject subject) {
        Person person = person(studies);
        if (person == null) {
            return List.of();
        }
        Weights who = new Weights();
        weighSubject(subject, person, who);
        return who.doubts;
    }

    private record Person(
            List<Fingerprint> marks,
            Set<String> sexes,
            Set<Integer> years,
            List<LocalDate> days,
            Set<String> modalities) {}

    /** What the images say of their person; null where there are none. */
    private @Nullable Person person(List<Study> studies) {
        List<PatientIdentity> patients = studies.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient())
                .distinct()
                .toList();
        if (patients.isEmpty()) {
            return null;
        }
        Marks marks = memory.marks();
        return new Person(
                marks == null ? List.of() : patients.stream().map(marks::of).toList(),
                patients.stream()
                        .map(PatientIdentity::sex)
                        .filter(sex -> sex.equals("M") || sex.equals("F"))
                        .collect(Collectors.toSet()),
                patients.stream()
                        .flatMap(each -> Days.parse(each.birthDate().reveal()).stream())
                        .map(LocalDate::getYear)
                        .collect(Collectors.toSet()),
                studies.stream()
                        .flatMap(study -> Days.parse(study.date().reveal()).stream())
                        .distinct()
                        .toList(),
                studies.stream().flatMap(study -> study.modalities().stream()).collect(Collectors.toSet()));
    }

    private void weighSubject(Subject subject, Person person, Weights weights) {
        for (Sent sent : memory.sent()) {
            boolean same = sent.trial().equals(trial.id())
                    && sent.people().stream()
                            .anyMatch(seen -> person.marks().stream().anyMatch(seen::isSamePerson));
            if (same && sent.subject().equals(subject.id())) {
                weights.speaksFor(PERSON, Phrase.of("suggestion.same-person"));
                break;
            }
            if (same) {
                weights.against(CONTRADICTION, Phrase.of("suggestion.other-subject"));
                break;
            }
        }
        if (!subject.sex().isEmpty() && !person.sexes().isEmpty()) {
            if (person.sexes().equals(Set.of(subject.sex()))) {
                weights.speaksFor(SAME_SEX, Phrase.of("suggestion.sex-agrees"));
            } else if (!subject.sex().equals("O")) {
                weights.against(CONTRADICTION, Phrase.of("suggestion.sex-differs"));
            }
        }
        if (subject.birthYear().isPresent() && !person.years().isEmpty()) {
            if (person.years().equals(Set.of(subject.birthYear().getAsInt()))) {
                weights.speaksFor(SAME_YEAR, Phrase.of("suggestion.year-agrees"));
            } else {
                weights.against(CONTRADICTION, Phrase.of("suggestion.year-differs"));
            }
        }
    }

    private void weighVisit(Subject subject, Visit visit, Person person, Weights weights) {
        Optional<VisitWindow> window = VisitWindow.of(subject, visit);
        if (window.isPresent() && !person.days().isEmpty()) {
            long distance = person.days().stream()
                    .mapToLong(day -> Math.abs(window.get().distance(day)))
                    .max()
                    .orElse(0);
            if (distance == 0) {
                weights.speaksFor(IN_WINDOW, Phrase.of("suggestion.in-window", visit.name()));
            } else {
                weights.against(
                        IN_WINDOW * (0.5 - Math.min(2, distance / NEAR_DAYS)),
                        Phrase.of("suggestion.outside-window", Words.days(distance), visit.name()));
            }
        }
        Set<String> asked =
                trial.requiredAt(visit).stream().map(Imaging::modality).collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            if (person.modalities().containsAll(asked)) {
                weights.speaksFor(MODALITY, Phrase.of("suggestion.asks-for", visit.name(), Phrase.all(asked)));
            } else if (person.modalities().stream().noneMatch(asked::contains)) {
                weights.against(CONTRADICTION, Phrase.of("suggestion.asks-for", visit.name(), Phrase.all(asked)));
            }
        }
        SubjectVisit known = subject.visits().get(visit.id());
        boolean sent = memory.sent().stream()
                .anyMatch(each -> each.trial().equals(trial.id())
                        && each.subject().equals(subject.id())
                        && each.visit().equals(visit.id()));
        if (known != null && known.status() == SubjectVisit.Status.QUERY) {
            weights.speaksFor(MODALITY, Phrase.of("suggestion.query"));
        } else if (sent || (known != null && known.status() != SubjectVisit.Status.EXPECTED)) {
            weights.against(DONE, Phrase.of("suggestion.done"));
        }
    }

    /** Adds up what speaks for and against. */
    private static final class Weights {
        private final List<Phrase> reasons = new ArrayList<>();
        private final List<Phrase> doubts = new ArrayList<>();
        private double score;

        void speaksFor(double weight, Phrase reason) {
            score += weight;
            reasons.add(reason);
        }

        void against(double weight, Phrase doubt) {
            score += weight;
            doubts.add(doubt);
        }

        Weights copy() {
            Weights copy = new Weights();
            copy.score = score;
            copy.reasons.addAll(reasons);
            copy.doubts.addAll(doubts);
            return copy;
        }
    }
}
