// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.work.JobRunner;

/**
 * The queue as it stands on disk, looked at again and again while the window is open. All screens that show submissions
 * follow this one feed, so they never disagree.
 */
public final class QueueFeed {
    /** How often the queue is looked at. */
    public static final Duration PACE = Duration.ofMillis(500);

    private static final Duration RATE_WINDOW = Duration.ofSeconds(4);

    private final ReadOnlyObjectWrapper<List<Submission>> submissions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final Map<UUID, Mark> marks = new HashMap<>();
    private final Map<UUID, Double> rates = new HashMap<>();
    private final JobRunner runner;
    private final Callable<List<Submission>> source;
    private final InstantSource clock;
    private boolean looking;

    private record Mark(Instant when, long bytes) {}

    /** A feed from {@code source}, which is called away from the UI thread. */
    public QueueFeed(JobRunner runner, Callable<List<Submission>> source, InstantSource clock) {
        this.runner = runner;
        this.source = source;
        this.clock = clock;
    }

    /** Looks once; a look still under way is not doubled. */
    public void look() {
        if (looking) {
            return;
        }
        looking = true;
        runner.start(progress -> source.call(), this::took, this::missed);
    }

    private void took(List<Submission> now) {
        looking = false;
        problem.set(null);
        measure(now);
        if (!now.equals(submissions.get())) {
            submissions.set(List.copyOf(now));
        }
    }

    private void missed(Exception failure) {
        looking = false;
        problem.set(Faults.problem(failure));
    }

    private void measure(List<Submission> now) {
        Instant moment = clock.instant();
        for (Submission submission : now) {
            UUID id = submission.id();
            if (submission.state() != State.UPLOADING) {
                marks.remove(id);
                rates.remove(id);
                continue;
            }
            Mark mark = marks.get(id);
            if (mark == null) {
                marks.put(id, new Mark(moment, submission.sentBytes()));
                continue;
            }
            Duration passed = Duration.between(mark.when(), moment);
            if (passed.compareTo(RATE_WINDOW) >= 0 || !rates.containsKey(id) && !passed.isZero()) {
                double moved = Math.max(0, submission.sentBytes() - mark.bytes());
                rates.put(id, moved * 1000 / Math.max(1, passed.toMillis()));
            }
            if (passed.compareTo(RATE_WINDOW) >= 0) {
                marks.put(id, new Mark(moment, submission.sentBytes()));
            }
        }
    }

    /** What is in the queue; a new list each time something has changed. */
    public ReadOnlyObjectProperty<List<Submission>> submissions() {
        return submissions.getReadOnlyProperty();
    }

    /** Why the queue cannot be read, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Bytes a second that a submission is sent at; 0 while that is not known. */
    public double rate(UUID id) {
        return rates.getOrDefault(id, 0.0);
    }
}
