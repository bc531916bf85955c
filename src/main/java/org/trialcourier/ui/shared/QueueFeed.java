// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.trial.Trial;
import org.trialcourier.work.JobRunner;

/**
 * The queue as it stands on disk, looked at again and again while the window is open. All screens that show submissions
 * follow this one feed, so they never disagree.
 */
public final class QueueFeed {
    /** How often the queue is looked at. */
    public static final Duration PACE = Duration.ofMillis(500);

    /** After so long without an answer what was seen last is no longer taken for true. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private static final Duration RATE_WINDOW = Duration.ofSeconds(4);

    private final ReadOnlyObjectWrapper<List<Submission>> submissions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final Map<UUID, Mark> marks = new HashMap<>();
    private final ReadOnlyObjectWrapper<Map<UUID, Double>> rates = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> standstill = new ReadOnlyObjectWrapper<>();
    private final JobRunner runner;
    private final Callable<List<Submission>> source;
    private final Callable<Set<UUID>> needing;
    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Set<UUID>> needingSources = new ReadOnlyObjectWrapper<>(Set.of());
    private final BooleanProperty lost = new SimpleBooleanProperty();
    private final BooleanBinding blind = problem.isNotNull().or(lost);
    private @Nullable Instant looking;
    private Supplier<Optional<Problem>> courier = Optional::empty;
    private @Nullable Problem overcome;

    private record Look(List<Submission> submissions, Set<UUID> needing) {}

    private record Mark(Instant when, long bytes) {}

    /** A feed of submissions that are all sealed. */
    public QueueFeed(JobRunner runner, Callable<List<Submission>> source, InstantSource clock) {
        this(runner, source, Set::of, clock);
    }

    /**
     * A feed.
     *
     * @param source gives the queue; called away from the UI thread
     * @param needing gives the submissions whose images must still be read from where they came from; called after it
     */
    public QueueFeed(
            JobRunner runner, Callable<List<Submission>> source, Callable<Set<UUID>> needing, InstantSource clock) {
        this.runner = runner;
        this.source = source;
        this.needing = needing;
        this.clock = clock;
    }

    /** The submissions of one trial at one site alone, as this feed brings them. */
    public QueueFeed of(Trial trial) {
        QueueFeed part = new QueueFeed(
                runner,
                () -> source.call().stream().filter(each -> isOf(trial, each)).toList(),
                clock);
        submissions.subscribe(all -> part.submissions.set(
                all.stream().filter(each -> isOf(trial, each)).toList()));
        rates.subscribe(part.rates::set);
        standstill.subscribe(part.standstill::set);
        needingSources.subscribe(part.needingSources::set);
        fresh.subscribe(part.fresh::set);
        problem.subscribe(part.problem::set);
        lost.subscribe(part.lost::set);
        return part;
    }

    private static boolean isOf(Trial trial, Submission submission) {
        return submission.trial().equals(trial.id())
                && submission.site().equals(trial.site().id());
    }

    /** Looks once; a look still under way is not doubled. */
    public void look() {
        Instant now = clock.instant();
        Instant since = looking;
        if (since != null) {
            if (Duration.between(since, now).compareTo(STALE) > 0) {
                fresh.set(false);
            }
            return;
        }
        looking = now;
        runner.start(progress -> new Look(source.call(), needing.call()), this::took, this::missed);
    }

    private void took(Look look) {
        looking = null;
        problem.set(null);
        measure(look.submissions());
        needingSources.set(Set.copyOf(look.needing()));
        Problem told = courier.get().orElse(null);
        if (!look.submissions().equals(submissions.get())) {
            submissions.set(List.copyOf(look.submissions()));
            overcome = told;
        }
        standstill.set(isSame(told, overcome) ? null : told);
        fresh.set(true);
    }

    private void missed(Exception failure) {
        looking = null;
        fresh.set(false);
        problem.set(Faults.problem(failure));
    }

    /** Trouble that is told again is new trouble, though its words may be the same. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Problem told, @Nullable Problem before) {
        return told == before;
    }

    private void measure(List<Submission> now) {
        Map<UUID, Double> speeds = new HashMap<>(rates.get());
        Instant moment = clock.instant();
        for (Submission submission : now) {
            UUID id = submission.id();
            if (submission.state() != State.UPLOADING) {
                marks.remove(id);
                speeds.remove(id);
                continue;
            }
            Mark mark = marks.get(id);
            if (mark == null) {
                marks.put(id, new Mark(moment, submission.sentBytes()));
                continue;
            }
            Duration passed = Duration.between(mark.when(), moment);
            if (passed.compareTo(RATE_WINDOW) >= 0 || !speeds.containsKey(id) && !passed.isZero()) {
                double moved = Math.max(0, submission.sentBytes() - mark.bytes());
                speeds.put(id, moved * 1000 / Math.max(1, passed.toMillis()));
            }
            if (passed.compareTo(RATE_WINDOW) >= 0) {
                marks.put(id, new Mark(moment, submission.sentBytes()));
            }
        }
        rates.set(Map.copyOf(speeds));
    }

    /** Asks at each look why nothing can be sent at all, which the submissions themselves do not tell. */
    public void follow(Supplier<Optional<Problem>> sending) {
        courier = sending;
    }

    /** Why nothing can be sent at all since the queue last moved, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> standstill() {
        return standstill.getReadOnlyProperty();
    }

    /** The speeds of what is sent; changes also where nothing else does, as when an upload stands still. */
    public ReadOnlyObjectProperty<Map<UUID, Double>> rates() {
        return rates.getReadOnlyProperty();
    }

    /** What is in the queue; a new list each time something has changed. */
    public ReadOnlyObjectProperty<List<Submission>> submissions() {
        return submissions.getReadOnlyProperty();
    }

    /** The submissions whose images must still be read from where they came from. */
    public ReadOnlyObjectProperty<Set<UUID>> needingSources() {
        return needingSources.getReadOnlyProperty();
    }

    /** Whether the queue was looked at, and what was seen last still counts. */
    public ReadOnlyBooleanProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    /** Why the queue cannot be read, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a damaged file took with it what was known of earlier submissions. */
    public BooleanProperty lost() {
        return lost;
    }

    /** Whether there may be submissions that are not seen here: nothing may be concluded from what is missing. */
    public ObservableBooleanValue blind() {
        return blind;
    }

    /** Bytes a second that a submission is sent at; 0 while that is not known. */
    public double rate(UUID id) {
        return rates.get().getOrDefault(id, 0.0);
    }
}
