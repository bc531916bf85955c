// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.trialcourier.scan.Catalog;
import org.trialcourier.text.Formats;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Imaging;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.SubjectVisit;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitWindow;
import org.trialcourier.ui.subject.VisitChoice.Fit;

/** The visits of a subject, each with its window explained against the days of some studies. */
final class VisitChoices {
    private final Trial trial;
    private final List<LocalDate> days;
    private final Words words;

    VisitChoices(Trial trial, Catalog images, Words words) {
        this.trial = trial;
        this.days = images.studies().stream()
                .map(study -> day(study.date().reveal()))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        this.words = words;
    }

    /** One for each visit of the trial, in its order. */
    List<VisitChoice> of(Subject subject) {
        return trial.visits().stream().map(visit -> choice(subject, visit)).toList();
    }

    private static Optional<LocalDate> day(String dicom) {
        try {
            return Optional.of(LocalDate.parse(dicom, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }

    private VisitChoice choice(Subject of, Visit at) {
        Formats formats = words.formats();
        Optional<VisitWindow> window = VisitWindow.of(of, at);
        String range = window.map(w -> words.say("visits.window", formats.day(w.opens()), formats.day(w.closes())))
                .orElseGet(() -> words.say("visits.window.none"));
        List<String> examinations =
                trial.requiredAt(at).stream().map(Imaging::name).toList();
        String requires = examinations.isEmpty()
                ? words.say("subject.requires.nothing")
                : words.say("subject.requires", String.join(", ", examinations));
        SubjectVisit known = of.visits().get(at.id());
        if (known != null && known.status() == SubjectVisit.Status.RECEIVED) {
            return new VisitChoice(
                    at.id(), at.name(), range, requires, Fit.RECEIVED, words.say("subject.fit.received"));
        }
        if (window.isEmpty() || days.isEmpty()) {
            String key = window.isEmpty() ? "subject.fit.no-window" : "subject.fit.no-date";
            return new VisitChoice(at.id(), at.name(), range, requires, Fit.UNKNOWN, words.say(key));
        }
        return explained(at, range, requires, window.get());
    }

    private VisitChoice explained(Visit at, String range, String requires, VisitWindow window) {
        LocalDate farthest = days.getFirst();
        for (LocalDate day : days) {
            if (Math.abs(window.distance(day)) >= Math.abs(window.distance(farthest))) {
                farthest = day;
            }
        }
        long distance = window.distance(farthest);
        String shown = words.formats().day(farthest);
        String why = distance == 0
                ? words.say("subject.fit.inside", shown)
                : words.say(distance < 0 ? "subject.fit.early" : "subject.fit.late", shown, Math.abs(distance));
        return new VisitChoice(at.id(), at.name(), range, requires, distance == 0 ? Fit.INSIDE : Fit.OUTSIDE, why);
    }
}
