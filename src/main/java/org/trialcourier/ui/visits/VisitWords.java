// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Formats;
import org.trialcourier.text.Words;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.trial.VisitState;
import org.trialcourier.trial.VisitWindow;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Tone;

/** Puts one subject at one visit into words. */
final class VisitWords {
    private static final long CLOSES_SOON = 3;

    private final Words words;

    VisitWords(Words words) {
        this.words = words;
    }

    /** {@code own} is the submission of this workstation that stands for the visit, or null. */
    VisitCell of(VisitBoard.Cell cell, @Nullable Submission own) {
        VisitState state = cell.state();
        String detail =
                words.say("visits.detail", cell.subject().id(), cell.visit().name(), window(cell.window()));
        if (!state.note().isEmpty()) {
            detail = detail + "\n" + words.told(state.note());
        }
        StateLook look = look(state, own);
        return new VisitCell(
                cell.subject().id(),
                cell.visit().id(),
                look.tone(),
                look.icon(),
                asEntry(word(state, look)),
                detail,
                isStartable(state),
                state.kind() == VisitState.Kind.QUERY ? query(cell, own) : null);
    }

    private Query query(VisitBoard.Cell cell, @Nullable Submission own) {
        return new Query(
                own != null && own.state() == State.QUERY ? own.id() : null,
                cell.subject().id(),
                cell.visit().id(),
                words.say("submission.for", cell.subject().id(), cell.visit().name()),
                cell.state().note());
    }

    /** A visit that closes soon, with its trial where that is not the one on the screen. */
    Closing closing(VisitBoard.Cell cell, boolean foreign) {
        String place =
                words.say("submission.for", cell.subject().id(), cell.visit().name());
        String when = words.say("visits.due", cell.state().days());
        return new Closing(
                cell.trial(),
                cell.subject().id(),
                cell.visit().id(),
                cell.state().days() <= CLOSES_SOON ? Tone.CARE : Tone.ACTIVE,
                foreign
                        ? words.say(
                                "visits.closing.elsewhere",
                                place,
                                when,
                                cell.trial().trial().name())
                        : words.say("visits.closing", place, when));
    }

    private String window(@Nullable VisitWindow window) {
        Formats formats = words.formats();
        return window == null
                ? words.say("visits.window.none")
                : words.say("visits.window", formats.day(window.opens()), formats.day(window.closes()));
    }

    private static boolean isStartable(VisitState state) {
        return state.kind().isOpen()
                || state.kind() == VisitState.Kind.QUERY
                || state.kind() == VisitState.Kind.REJECTED;
    }

    private String word(VisitState state, StateLook look) {
        return switch (state.kind()) {
            case NOT_DUE, NOT_DONE, DRAFT, QUEUED, HELD, RECEIVED, QUERY, REJECTED -> words.say(look.key());
            case SENDING ->
                look.key().equals("state.uploading")
                        ? words.say("visits.sending", words.formats().percent(state.percent() / 100.0))
                        : words.say(look.key());
            case OPENS, DUE, OVERDUE -> words.say(look.key(), state.days());
        };
    }

    /** In a cell a word stands alone, and begins as all that stand alone do. */
    private String asEntry(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(words.locale()) + word.substring(first);
    }

    private static StateLook look(VisitState state, @Nullable Submission own) {
        return switch (state.kind()) {
            case NOT_DUE -> new StateLook(Tone.NEUTRAL, Feather.MINUS, "visits.not-due");
            case OPENS -> new StateLook(Tone.NEUTRAL, Feather.CALENDAR, "visits.opens");
            case DUE ->
                new StateLook(state.days() <= CLOSES_SOON ? Tone.CARE : Tone.ACTIVE, Feather.CLOCK, "visits.due");
            case OVERDUE -> new StateLook(Tone.BAD, Feather.ALERT_TRIANGLE, "visits.overdue");
            case NOT_DONE -> new StateLook(Tone.NEUTRAL, Feather.SLASH, "visits.not-done");
            case RECEIVED -> new StateLook(Tone.GOOD, Feather.CHECK_CIRCLE, "state.received");
            case QUERY -> new StateLook(Tone.CARE, Feather.MESSAGE_CIRCLE, "state.query");
            case REJECTED -> new StateLook(Tone.BAD, Feather.X_CIRCLE, "state.rejected");
            case DRAFT -> new StateLook(Tone.NEUTRAL, Feather.EDIT_3, "state.draft");
            case QUEUED, SENDING, HELD ->
                own == null
                        ? new StateLook(Tone.ACTIVE, Feather.UPLOAD_CLOUD, "state.queued")
                        : StateLook.of(own.state());
        };
    }
}
