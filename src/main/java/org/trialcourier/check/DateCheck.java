// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialcourier.check.Finding.Remedy;
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
        studies.values().forEach(series -> study(selection, series, findings));
    }

    private static void study(Selection selection, List<SeriesFacts> series, Findings findings) {
        Optional<LocalDate> date =
                series.stream().flatMap(each -> Days.of(each).stream()).findFirst();
        if (date.isEmpty()) {
            findings.add(
                    Codes.NO_STUDY_DATE,
                    Severity.REASON,
                    Remedy.EXPLAIN,
                    "A study does not say when it was done, so its visit cannot be checked.",
                    series);
            return;
        }
        LocalDate day = date.get();
        if (day.isAfter(selection.input().today())) {
            findings.add(
                    Codes.FUTURE_DATE,
                    Severity.REASON,
                    Remedy.EXPLAIN,
                    "A study has a date in the future, " + day + ". Is the clock of the scanner right?",
                    "A study has a date in the future.",
                    series);
        }
        Subject subject = selection.subject();
        Visit visit = selection.visit();
        if (subject != null && visit != null) {
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
        String fits = fitting.isEmpty()
                ? "No visit of this subject has a window that fits."
                : "It would fit " + String.join(" or ", fitting) + ".";
        String when = distance < 0
                ? Words.counted(-distance, "day") + " before the window of " + visit.name() + " opened ("
                        + window.opens() + ")"
                : Words.counted(distance, "day") + " after the window of " + visit.name() + " closed ("
                        + window.closes() + ")";
        findings.add(
                Codes.OUTSIDE_WINDOW,
                Severity.REASON,
                Remedy.CHOOSE_AGAIN,
                "The study was done on " + day + ", " + when + ". " + fits,
                "The study was done " + (distance < 0 ? "before" : "after") + " the window of " + visit.name() + ". "
                        + fits,
                series);
    }
}
