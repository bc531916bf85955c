// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Formats;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitState;
import org.trialcourier.trial.VisitWindow;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Tone;

/** Puts one subject at one visit into words: this workstation's own submission first, else what the trial says. */
final class VisitWords {
    private static final long CLOSES_SOON = 3;

    private final Words words;

    VisitWords(Words words) {
        this.words = words;
    }

    VisitCell of(Subject subject, Visit visit, @Nullable Submission own, LocalDate today) {
        String detail = words.say("visits.detail", subject.id(), visit.name(), window(subject, visit));
        if (own != null && own.state() != State.CANCELLED) {
            StateLook look = StateLook.of(own.state());
            String word = own.state() == State.UPLOADING
                    ? words.say("visits.sending", words.formats().percent(own.share()))
                    : words.say(look.key());
            return new VisitCell(subject.id(), visit.id(), look.tone(), look.icon(), word, detail, false);
        }
        VisitState state = VisitState.of(subject, visit, today);
        String why = state.note().isEmpty() ? detail : detail + "\n" + state.note();
        return new VisitCell(
                subject.id(), visit.id(), tone(state), icon(state), word(state), why, isStartable(state));
    }

    private String window(Subject subject, Visit visit) {
        Optional<VisitWindow> window = VisitWindow.of(subject, visit);
        Formats formats = words.formats();
        return window.map(w -> words.say("visits.window", formats.day(w.opens()), formats.day(w.closes())))
                .orElseGet(() -> words.say("visits.window.none"));
    }

    private static boolean isStartable(VisitState state) {
        return switch (state.kind()) {
            case RECEIVED, NOT_DONE -> false;
            default -> true;
        };
    }

    private String word(VisitState state) {
        return switch (state.kind()) {
            case NOT_DUE -> words.say("visits.not-due");
            case OPENS -> words.say("visits.opens", state.days());
            case DUE -> words.say("visits.due", state.days());
            case OVERDUE -> words.say("visits.overdue", state.days());
            case RECEIVED -> words.say("state.received");
            case QUERY -> words.say("state.query");
            case REJECTED -> words.say("state.rejected");
            case NOT_DONE -> words.say("visits.not-done");
        };
    }

    private static Tone tone(VisitState state) {
        return switch (state.kind()) {
            case NOT_DUE, OPENS, NOT_DONE -> Tone.NEUTRAL;
            case DUE -> state.days() <= CLOSES_SOON ? Tone.CARE : Tone.ACTIVE;
            case OVERDUE, REJECTED -> Tone.BAD;
            case RECEIVED -> Tone.GOOD;
            case QUERY -> Tone.CARE;
        };
    }

    private static Feather icon(VisitState state) {
        return switch (state.kind()) {
            case NOT_DUE -> Feather.MINUS;
            case OPENS -> Feather.CALENDAR;
            case DUE -> Feather.CLOCK;
            case OVERDUE -> Feather.ALERT_TRIANGLE;
            case RECEIVED -> Feather.CHECK_CIRCLE;
            case QUERY -> Feather.MESSAGE_CIRCLE;
            case REJECTED -> Feather.X_CIRCLE;
            case NOT_DONE -> Feather.SLASH;
        };
    }
}
