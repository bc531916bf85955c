// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.trialcourier.app.Boards;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.trial.LocalSubmission;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.trial.VisitState;
import org.trialcourier.ui.shared.QueueFeed;

/** The board of one trial: each subject at each visit, and what is due soonest. */
public final class VisitsViewModel {
    private static final int WEEK = 7;
    private static final int SOONEST = 3;

    private final ObservableList<VisitRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ObservableList<Closing> closing = FXCollections.observableArrayList();
    private final Trial trial;
    private List<Trial> trials;
    private final InstantSource clock;
    private final Words words;
    private final VisitWords wording;
    private final QueueFeed feed;
    private final Moves moves;

    /** Where a click leads. */
    public interface Moves {
        /** Begins a submission for a subject and a visit. */
        void begin(String subject, String visit);

        /** Opens a query. */
        void ask(Query query);

        /** Works in another trial. */
        void work(Trial trial);
    }

    /** A board of the first of the trials that follows the feed; what closes soonest is told of all of them. */
    public VisitsViewModel(List<Trial> trials, QueueFeed feed, InstantSource clock, Words words, Moves moves) {
        this.trial = trials.getFirst();
        this.trials = List.copyOf(trials);
        this.clock = clock;
        this.words = words;
        this.wording = new VisitWords(words);
        this.moves = moves;
        this.feed = feed;
        feed.submissions().subscribe(this::refresh);
        feed.blind().subscribe(blind -> refresh(feed.submissions().get()));
    }

    private void refresh(List<Submission> submissions) {
        Map<String, Submission> own = new HashMap<>();
        List<VisitBoard> boards = new ArrayList<>();
        for (Trial each : trials) {
            boolean shown = isShown(each);
            List<LocalSubmission> local = new ArrayList<>();
            submissions.stream()
                    .filter(s -> s.trial().equals(each.id())
                            && s.site().equals(each.site().id())
                            && s.state() != State.CANCELLED)
                    .sorted(Boards.STANDING_LAST)
                    .forEach(submission -> {
                        if (shown) {
                            own.put(place(submission.subject(), submission.visit()), submission);
                        }
                        local.add(local(submission));
                    });
            boards.add(VisitBoard.of(each, clock.instant(), local));
        }
        VisitBoard board = boards.getFirst();
        List<VisitRow> fresh = board.rows().stream().map(row -> row(row, own)).toList();
        for (int i = 0; i < fresh.size(); i++) {
            if (i >= rows.size()) {
                rows.add(fresh.get(i));
            } else if (!rows.get(i).equals(fresh.get(i))) {
                rows.set(i, fresh.get(i));
            }
        }
        List<VisitBoard.Cell> due = VisitBoard.closingSoonest(boards);
        closing.setAll(due.stream()
                .limit(SOONEST)
                .map(cell -> wording.closing(cell, !isShown(cell.trial())))
                .toList());
        long overdue = boards.stream()
                .mapToLong(each -> each.count(VisitState.Kind.OVERDUE))
                .sum();
        summary.set(summary(due, overdue));
    }

    /** Another trial was joined or left: what closes soonest is told of these. */
    public void trials(List<Trial> now) {
        trials = List.copyOf(now);
        refresh(feed.submissions().get());
    }

    private static LocalSubmission local(Submission submission) {
        VisitState.Kind kind =
                switch (submission.state()) {
                    case DRAFT, CANCELLED -> VisitState.Kind.DRAFT;
                    case QUEUED, PAUSED, WAITING -> VisitState.Kind.QUEUED;
                    case PREPARING, UPLOADING, VERIFYING -> VisitState.Kind.SENDING;
                    case HELD -> VisitState.Kind.HELD;
                    case RECEIVED -> VisitState.Kind.RECEIVED;
                    case QUERY -> VisitState.Kind.QUERY;
                    case REJECTED -> VisitState.Kind.REJECTED;
                };
        return new LocalSubmission(
                submission.subject(),
                submission.visit(),
                kind,
                (int) Math.floor(submission.share() * 100),
                submission.note().orElse(""));
    }

    private VisitRow row(VisitBoard.Row row, Map<String, Submission> own) {
        Subject subject = row.subject();
        List<VisitCell> cells = row.cells().stream()
                .map(cell -> wording.of(
                        cell, own.get(place(subject.id(), cell.visit().id()))))
                .toList();
        String year = subject.birthYear().isPresent()
                ? String.valueOf(subject.birthYear().getAsInt())
                : "";
        return new VisitRow(subject.id(), (subject.sex() + " " + year).strip(), cells);
    }

    /** A number would be taken for what is left to send: where visits are not seen, there is none. */
    private String summary(List<VisitBoard.Cell> due, long overdue) {
        if (feed.blind().get()) {
            return words.say("visits.summary.unseen");
        }
        long week = due.stream().filter(cell -> cell.state().days() <= WEEK).count();
        long tomorrow = due.stream().filter(cell -> cell.state().days() <= 1).count();
        String all = words.say("visits.summary", week, tomorrow, overdue);
        return trials.size() > 1 ? words.say("visits.summary.trials", all, trials.size()) : all;
    }

    private boolean isShown(Trial other) {
        return other.id().equals(trial.id())
                && other.site().id().equals(trial.site().id());
    }

    private static String place(String subject, String visit) {
        return subject + '\n' + visit;
    }

    /** Begins a submission for this subject and visit, or opens what is asked about it. */
    public void begin(VisitCell cell) {
        Query query = cell.query();
        if (query != null) {
            moves.ask(query);
        } else if (cell.startable()) {
            moves.begin(cell.subject(), cell.visit());
        }
    }

    /** Begins a submission for a visit that closes soon, or goes to its trial. */
    public void begin(Closing soon) {
        if (isShown(soon.trial())) {
            moves.begin(soon.subject(), soon.visit());
        } else {
            moves.work(soon.trial());
        }
    }

    /** Whether visits may have been sent of which nothing is seen here: they look as if they were due. */
    public ObservableBooleanValue blind() {
        return feed.blind();
    }

    /** What closes soonest over all trials, a few. */
    public ObservableList<Closing> closing() {
        return closing;
    }

    /** The visits' names, in the order of the cells. */
    public List<String> visits() {
        return trial.visits().stream().map(Visit::name).toList();
    }

    /** One row a subject. */
    public ObservableList<VisitRow> rows() {
        return rows;
    }

    /** What closes soonest, in one sentence; that it is not known, where visits are not seen. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
