// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitState;
import org.trialcourier.ui.shared.QueueFeed;

/** The board of one trial: each subject at each visit, and what is due soonest. */
public final class VisitsViewModel {
    private static final int WEEK = 7;

    private final ObservableList<VisitRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Trial trial;
    private final Supplier<LocalDate> today;
    private final Words words;
    private final VisitWords wording;
    private final BiConsumer<String, String> begin;

    /** A board that follows the feed; {@code begin} starts a submission for a subject and a visit. */
    public VisitsViewModel(
            Trial trial, QueueFeed feed, Supplier<LocalDate> today, Words words, BiConsumer<String, String> begin) {
        this.trial = trial;
        this.today = today;
        this.words = words;
        this.wording = new VisitWords(words);
        this.begin = begin;
        feed.submissions().subscribe(this::refresh);
    }

    private void refresh(List<Submission> submissions) {
        Map<String, Submission> own = own(submissions);
        LocalDate day = today.get();
        List<VisitRow> fresh =
                trial.subjects().stream().map(subject -> row(subject, own, day)).toList();
        for (int i = 0; i < fresh.size(); i++) {
            if (i >= rows.size()) {
                rows.add(fresh.get(i));
            } else if (!rows.get(i).equals(fresh.get(i))) {
                rows.set(i, fresh.get(i));
            }
        }
        summary.set(summary(own, day));
    }

    private VisitRow row(Subject subject, Map<String, Submission> own, LocalDate day) {
        List<VisitCell> cells = trial.visits().stream()
                .map(visit -> wording.of(subject, visit, own.get(place(subject.id(), visit.id())), day))
                .toList();
        String year = subject.birthYear().isPresent()
                ? String.valueOf(subject.birthYear().getAsInt())
                : "";
        return new VisitRow(subject.id(), (subject.sex() + " " + year).strip(), cells);
    }

    private Map<String, Submission> own(List<Submission> submissions) {
        Map<String, Submission> own = new HashMap<>();
        for (Submission submission : submissions) {
            if (submission.trial().equals(trial.id()) && submission.state() != State.CANCELLED) {
                own.merge(
                        place(submission.subject(), submission.visit()),
                        submission,
                        (a, b) -> a.created().isAfter(b.created()) ? a : b);
            }
        }
        return own;
    }

    private String summary(Map<String, Submission> own, LocalDate day) {
        long due = 0;
        long tomorrow = 0;
        long overdue = 0;
        for (Subject subject : trial.subjects()) {
            for (Visit visit : trial.visits()) {
                if (own.containsKey(place(subject.id(), visit.id()))) {
                    continue;
                }
                VisitState state = VisitState.of(subject, visit, day);
                due += state.kind() == VisitState.Kind.DUE && state.days() <= WEEK ? 1 : 0;
                tomorrow += state.kind() == VisitState.Kind.DUE && state.days() <= 1 ? 1 : 0;
                overdue += state.kind() == VisitState.Kind.OVERDUE ? 1 : 0;
            }
        }
        return words.say("visits.summary", due, tomorrow, overdue);
    }

    private static String place(String subject, String visit) {
        return subject + '\n' + visit;
    }

    /** Begins a submission for this subject and visit. */
    public void begin(VisitCell cell) {
        if (cell.startable()) {
            begin.accept(cell.subject(), cell.visit());
        }
    }

    /** The visits' names, in the order of the cells. */
    public List<String> visits() {
        return trial.visits().stream().map(Visit::name).toList();
    }

    /** One row a subject. */
    public ObservableList<VisitRow> rows() {
        return rows;
    }

    /** What closes soonest, in one sentence. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
