// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitWindow;

/** Whether studies were done within the visit's window, and which visit would fit where they were not. */
final class DateCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        Map<String, List<SeriesFacts>> studies = new LinkedHashMap<>();
        for (SeriesFacts series : selection.series()) {
            studies.computeIfAbsent(series.study().uid(), selection::ofStudy);
        }
        Map<Optional<LocalDate>, List<SeriesFacts>> days = new LinkedHashMap<>();
        for (List<SeriesFacts> study : studies.values()) {
            Optional<LocalDate> date =
                    study.stream().flatMap(each -> Days.of(each).stream()).findFirst();
            days.computeIfAbsent(date, day -> new ArrayList<>()).addAll(study);
        }
        days.forEach((date, series) -> day(selection, date, series, findings));
    }

    /** What is to be said of a day is said once for all studies of it. */
    private static void day(
            Selection selection, Optional<LocalDate> date, List<SeriesFacts> series, Findings findings) {
        if (date.isEmpty()) {
            findings.add(
                    Codes.NO_STUDY_DATE, Severity.REASON, Remedy.EXPLAIN, Phrase.of("finding.no-study-date"), series);
            return;
        }
        LocalDate day = date.get();
        if (day.isAfter(selection.input().today())) {
            findings.add(
                    Codes.FUTURE_DATE,
                    Severity.REASON,
                    Remedy.EXPLAIN,
                    Phrase.of("finding.future-date", day),
                    Phrase.of("finding.future-date.safe"),
                    series);
        }
        Subject subject = selection.subject();
        Visit visit = selection.visit();
        if (subject != null && visit != null && !findings.has(Codes.TWO_PATIENTS)) {
            VisitWindow.of(subject, visit)
                    .filter(window -> !window.contains(day))
                    .ifPresent(window -> outside(selection, subject, visit, window, day, series, findings));
        }
    }

    private static void outside(
            Selection selection,
            Subject subject,
            Visit visit,
            VisitWindow window,
            LocalDate day,
            List<SeriesFacts> series,
            Findings findings) {
        long distance = window.distance(day);
        List<String> fitting = selection.trial().visits().stream()
                .filter(other -> VisitWindow.of(subject, other)
                        .filter(it -> it.contains(day))
                        .isPresent())
                .map(Visit::name)
                .toList();
        Phrase fits = fitting.isEmpty()
                ? Phrase.of("finding.outside-window.no-fit")
                : Phrase.of("finding.outside-window.fit", Phrase.either(fitting));
        String side = distance < 0 ? "before" : "after";
        LocalDate edge = distance < 0 ? window.opens() : window.closes();
        findings.add(
                Codes.OUTSIDE_WINDOW,
                Severity.REASON,
                Remedy.CHOOSE_AGAIN,
                Phrase.of(
                        "finding.outside-window." + side,
                        day,
                        Words.days(Math.abs(distance)),
                        visit.name(),
                        edge,
                        fits),
                Phrase.of("finding.outside-window.safe." + side, visit.name(), fits),
                series);
    }
}
