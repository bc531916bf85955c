// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.settings.Settings;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.work.JobRunner;

/** What is on its way, and what can be done about it. */
public final class QueueViewModel {
    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final QueueFeed feed;
    private final QueueActions actions;
    private final LimitsWork limits;
    private final JobRunner runner;
    private final InstantSource clock;
    private final QueueRows wording;

    /** What can be done with submissions, and the limits of all of them. */
    public record Work(QueueActions actions, LimitsWork limits) {}

    private interface Step {
        void take(UUID id) throws ProblemException;
    }

    /** A queue that follows the feed. */
    public QueueViewModel(QueueFeed feed, Work work, JobRunner runner, InstantSource clock, QueueRows wording) {
        this.feed = feed;
        this.limits = work.limits();
        this.actions = work.actions();
        this.runner = runner;
        this.clock = clock;
        this.wording = wording;
        feed.submissions().subscribe(this::refresh);
        feed.rates().subscribe(speeds -> refresh(feed.submissions().get()));
    }

    private void refresh(List<Submission> submissions) {
        Instant now = clock.instant();
        List<QueueRow> fresh = new ArrayList<>();
        for (Submission submission : submissions) {
            if (isShown(submission.state())) {
                fresh.add(wording.of(submission, feed.rate(submission.id()), now, fresh.isEmpty()));
            }
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (i >= rows.size()) {
                rows.add(fresh.get(i));
            } else if (!rows.get(i).equals(fresh.get(i))) {
                rows.set(i, fresh.get(i));
            }
        }
        rows.remove(fresh.size(), rows.size());
    }

    private static boolean isShown(State state) {
        return state != State.RECEIVED && state != State.CANCELLED && state != State.DRAFT;
    }

    /** Stops a submission until it is resumed. */
    public void pause(UUID id) {
        act(actions::pause, id);
    }

    /** Lets a paused submission go on. */
    public void resume(UUID id) {
        act(actions::resume, id);
    }

    /** Tries again now. */
    public void retry(UUID id) {
        act(actions::retry, id);
    }

    /** Gives a submission up; the reason may be blank. */
    public void cancel(UUID id, String reason) {
        act(each -> actions.cancel(each, reason), id);
    }

    /** Puts a submission before all others. */
    public void moveFirst(UUID id) {
        act(actions::moveFirst, id);
    }

    /** Sends no faster than this from now on; 0 for as fast as it goes. */
    public void limit(long bytesPerSecond) {
        keep(settings -> settings.withBytesPerSecond(bytesPerSecond));
    }

    /** Sends nothing between these times of the day; {@code from} empty for no quiet hours. */
    public void quiet(String from, String to) {
        keep(settings -> settings.withQuietHours(from.isEmpty() ? "" : from + "-" + to));
    }

    private void keep(UnaryOperator<Settings> change) {
        problem.set(null);
        runner.start(
                progress -> {
                    limits.change(change);
                    return true;
                },
                done -> feed.look(),
                failure -> problem.set(Faults.problem(failure)));
    }

    /** The limits that hold now. */
    public Settings limits() {
        return limits.settings();
    }

    private void act(Step step, UUID id) {
        problem.set(null);
        runner.start(
                progress -> {
                    step.take(id);
                    return id;
                },
                done -> feed.look(),
                failure -> problem.set(Faults.problem(failure)));
    }

    /** Whether there may be more than is seen. */
    public ObservableBooleanValue blind() {
        return feed.blind();
    }

    /** All that is not received yet, the next one first. */
    public ObservableList<QueueRow> rows() {
        return rows;
    }

    /** Why nothing can be sent at all, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> standstill() {
        return feed.standstill();
    }

    /** Why the last wish was not possible, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
