// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Picture;
import org.trialcourier.problem.Problem;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.JobRunner;

/** One query at a time: what is asked, the answer that closes it, and the way to send what is missing. */
public final class QueryViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Query> query = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UUID> correction = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final QueryWork work;
    private final JobRunner runner;

    /** No query yet. */
    public QueryViewModel(QueryWork work, JobRunner runner) {
        this.work = work;
        this.runner = runner;
        text.subscribe(now -> judge());
    }

    /** Shows a query; null for none. */
    public void show(@Nullable Query asked) {
        if (asked == null || !asked.equals(query.get())) {
            text.set("");
            correction.set(null);
        }
        query.set(asked);
        picture.set(null);
        problem.set(null);
        judge();
        if (asked != null) {
            var drawing = work.picture(asked);
            runner.start(
                    progress -> drawing.call(),
                    found -> {
                        if (asked.equals(query.get())) {
                            picture.set(found.orElse(null));
                        }
                    },
                    Faults::problem);
        }
    }

    private void judge() {
        Query asked = query.get();
        ready.set(asked != null && asked.submission() != null && !text.get().isBlank() && !sending.get());
    }

    /** Begins a submission of what is missing; the answer follows it. */
    public void fix() {
        Query asked = query.get();
        if (asked != null) {
            work.fix(asked);
        }
    }

    /** Whether what is missing is on a disc to practise with. */
    public boolean isPractice() {
        return work.isPractice();
    }

    /** What is missing was put into the queue: the answer names it. */
    public void corrected(UUID submission) {
        correction.set(submission);
    }

    /** Answers; the query is over once the receiver has the answer. */
    public void answer() {
        Query asked = query.get();
        UUID about = asked == null ? null : asked.submission();
        if (about == null || !ready.get()) {
            return;
        }
        sending.set(true);
        problem.set(null);
        judge();
        String words = text.get();
        UUID fix = correction.get();
        runner.start(
                progress -> work.answer(about, words, fix),
                over -> {
                    sending.set(false);
                    if (asked.equals(query.get())) {
                        show(null);
                    }
                    judge();
                },
                failure -> {
                    sending.set(false);
                    if (asked.equals(query.get())) {
                        problem.set(Faults.problem(failure));
                    }
                    judge();
                });
    }

    /** What is asked, or null. */
    public ReadOnlyObjectProperty<@Nullable Query> query() {
        return query.getReadOnlyProperty();
    }

    /** One of the images asked about, or null where they are not at hand. */
    public ReadOnlyObjectProperty<@Nullable Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** The submission that sends what was missing, or null. */
    public ReadOnlyObjectProperty<@Nullable UUID> correction() {
        return correction.getReadOnlyProperty();
    }

    /** The answer as typed. */
    public StringProperty text() {
        return text;
    }

    /** Whether it can be answered. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Whether the answer is on its way. */
    public ReadOnlyBooleanProperty sending() {
        return sending.getReadOnlyProperty();
    }

    /** Why the answer did not go, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
