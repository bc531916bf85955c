// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Visit;

/** Whether this person and these images were sent before, by keyed marks. */
final class MemoryCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        Marks marks = selection.input().memory().marks();
        if (marks == null) {
            return;
        }
        Subject subject = selection.subject();
        if (subject != null) {
            Set<Fingerprint> people = new LinkedHashSet<>();
            selection.series().forEach(series -> series.images()
                    .forEach(image ->
                            people.add(marks.of(image.instance().place().patient()))));
            people.forEach(person -> person(selection, subject, person, findings));
        }
        images(selection, findings);
    }

    private static void person(Selection selection, Subject subject, Fingerprint person, Findings findings) {
        Set<String> others = new LinkedHashSet<>();
        boolean another = false;
        boolean same = false;
        Set<Phrase> changes = new LinkedHashSet<>();
        for (Sent sent : selection.input().memory().sent()) {
            if (!sent.trial().equals(selection.trial().id())) {
                continue;
            }
            for (Fingerprint seen : sent.people()) {
                if (sent.subject().equals(subject.id())) {
                    another |= seen.isAnotherPerson(person);
                    same |= seen.agreements(person) > 0;
                    changes.addAll(seen.isAnotherPerson(person) ? List.of() : changes(seen, person));
                } else if (seen.isSamePerson(person)) {
                    others.add(sent.subject());
                }
            }
        }
        if (!others.isEmpty()) {
            say(
                    Codes.OTHER_SUBJECT,
                    Phrase.of("finding.other-subject", Phrase.list(others), subject.id()),
                    Remedy.CHOOSE_AGAIN,
                    selection,
                    findings);
        }
        if (another && !same) {
            say(
                    Codes.OTHER_PERSON,
                    Phrase.of("finding.other-person", subject.id()),
                    Remedy.CHOOSE_AGAIN,
                    selection,
                    findings);
        } else if (!changes.isEmpty()) {
            say(
                    Codes.PERSON_CHANGED,
                    Phrase.of("finding.person-changed", subject.id(), Phrase.all(changes)),
                    Remedy.EXPLAIN,
                    selection,
                    findings);
        }
    }

    private static List<Phrase> changes(Fingerprint seen, Fingerprint now) {
        List<Phrase> changes = new ArrayList<>();
        String[][] pairs = {
            {"name", seen.name(), now.name()},
            {"birth-date", seen.birthDate(), now.birthDate()},
            {"sex", seen.sex(), now.sex()},
            {"id", seen.id(), now.id()}
        };
        for (String[] pair : pairs) {
            if (Fingerprint.differ(pair[1], pair[2]) > 0) {
                changes.add(Phrase.of("finding.person-changed." + pair[0]));
            }
        }
        return changes;
    }

    private static void say(String code, Phrase words, Remedy remedy, Selection selection, Findings findings) {
        findings.add(code, Severity.REASON, remedy, words, selection.series());
    }

    /** Images that were sent or queued before, counted by where they went. */
    private static void images(Selection selection, Findings findings) {
        Map<List<String>, Integer> before = new LinkedHashMap<>();
        Map<List<String>, String> underWay = new HashMap<>();
        Set<SeriesFacts> concerned = new LinkedHashSet<>();
        int total = 0;
        for (SeriesFacts series : selection.series()) {
            for (ImageFacts image : series.images()) {
                total++;
                Optional<Sent> sent = selection.input().memory().holding(series.study(), image.instance());
                if (sent.isPresent()) {
                    List<String> where = List.of(
                            sent.get().subject(), sent.get().visit(), sent.get().trial());
                    before.merge(where, 1, Integer::sum);
                    if (sent.get().underWay() != null) {
                        underWay.put(where, sent.get().underWay());
                    }
                    concerned.add(series);
                }
            }
        }
        if (before.isEmpty()) {
            additions(selection, findings);
        }
        elsewhere(selection, findings);
        for (Map.Entry<List<String>, Integer> each : before.entrySet()) {
            String subject = each.getKey().get(0);
            String visit = each.getKey().get(1);
            boolean same = subject.equals(id(selection.subject())) && visit.equals(id(selection.visit()));
            int left = total - each.getValue();
            String standing = underWay.get(each.getKey());
            findings.add(
                    Codes.SENT_BEFORE,
                    Severity.REASON,
                    same && left > 0 ? Remedy.LEAVE_OUT : Remedy.CHOOSE_AGAIN,
                    Phrase.of(
                            before(standing != null, same, left),
                            each.getValue(),
                            Words.images(total),
                            subject,
                            name(selection, visit),
                            standing == null || same && left > 0 ? left : Phrase.of(standing)),
                    concerned);
        }
    }

    /** Sent is what was received; what only waits to be is in the queue. */
    private static String before(boolean underWay, boolean same, int left) {
        if (!same) {
            return underWay ? "finding.queued-before" : "finding.sent-before";
        }
        if (left > 0) {
            return underWay ? "finding.queued-before.delta" : "finding.sent-before.delta";
        }
        return underWay ? "finding.queued-before.all" : "finding.sent-before.all";
    }

    /** New images of a study that was sent before change what the trial has. */
    private static void additions(Selection selection, Findings findings) {
        String subject = id(selection.subject());
        String visit = id(selection.visit());
        List<SeriesFacts> added = new ArrayList<>();
        boolean underWay = false;
        for (SeriesFacts series : selection.series()) {
            Optional<Sent> sent = selection.input().memory().ofStudy(series.study(), subject, visit);
            if (sent.isPresent()) {
                added.add(series);
                underWay |= sent.get().underWay() != null;
            }
        }
        if (!added.isEmpty()) {
            int images =
                    added.stream().mapToInt(series -> series.images().size()).sum();
            findings.add(
                    Codes.ADDS_TO_SENT,
                    Severity.REASON,
                    Remedy.EXPLAIN,
                    Phrase.of(
                            underWay ? "finding.adds-to-queued" : "finding.adds-to-sent",
                            images,
                            subject,
                            name(selection, visit)),
                    added);
        }
    }

    /** Images that went to another trial: its name is for the screen alone, as one sponsor must not learn of another. */
    private static void elsewhere(Selection selection, Findings findings) {
        for (Memory other : selection.input().memory().elsewhere()) {
            Set<SeriesFacts> concerned = new LinkedHashSet<>();
            int images = 0;
            boolean underWay = false;
            String trial = "";
            for (SeriesFacts series : selection.series()) {
                for (ImageFacts image : series.images()) {
                    Optional<Sent> sent = other.holding(series.study(), image.instance());
                    if (sent.isPresent()) {
                        images++;
                        trial = sent.get().trial();
                        underWay |= sent.get().underWay() != null;
                        concerned.add(series);
                    }
                }
            }
            if (images > 0) {
                findings.add(
                        Codes.SENT_ELSEWHERE,
                        Severity.REASON,
                        Remedy.EXPLAIN,
                        Phrase.of(
                                underWay ? "finding.queued-elsewhere" : "finding.sent-elsewhere",
                                Words.images(images),
                                trial),
                        Phrase.of(
                                underWay ? "finding.queued-elsewhere.safe" : "finding.sent-elsewhere.safe",
                                Words.images(images)),
                        concerned);
            }
        }
    }

    /** What the trial calls a visit; its id where the trial knows it no more. */
    private static String name(Selection selection, String visit) {
        return selection.trial().visits().stream()
                .filter(each -> each.id().equals(visit))
                .map(Visit::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(visit);
    }

    private static String id(@Nullable Subject subject) {
        return subject == null ? "" : subject.id();
    }

    private static String id(@Nullable Visit visit) {
        return visit == null ? "" : visit.id();
    }
}
