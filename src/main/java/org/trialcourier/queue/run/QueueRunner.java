// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Lease;
import org.trialcourier.queue.Ledger;
import org.trialcourier.queue.Move;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.work.Backoff;
import org.trialcourier.work.Progress;

/**
 * Moves submissions on, from queued to received. Several runners, in several processes too, may work on one queue: each
 * submission is worked on by one of them at a time. What a killed runner left is taken up where it was.
 */
public final class QueueRunner {
    private static final Logger LOG = LoggerFactory.getLogger(QueueRunner.class);

    /** Where the images turn out larger than they were thought, room found again may not be enough. */
    private static final Duration FULL_DISK_PAUSE = Duration.ofMinutes(1);

    private final Tools tools;
    private final Tidying tidying;

    /** A runner; {@code workers} starts a thread for each piece of work it is given. */
    public QueueRunner(Queue queue, Preparer preparer, Transports transports, Executor workers, RunnerOptions options) {
        tools = new Tools(
                queue,
                queue.ledger(),
                new Spool(options.spool(), options.rules()),
                new Crew(workers, options.look()),
                preparer,
                transports,
                options);
        tidying = new Tidying(tools);
    }

    /**
     * Submissions of which sealed parts are gone from this computer before the receiver had them: nobody may have noticed
     * yet, but the images will have to be read again.
     */
    public Set<UUID> missingParts() throws ProblemException {
        Set<UUID> missing = new HashSet<>();
        for (Submission each : tools.queue().list()) {
            boolean onItsWay = each.state().isOpen() || each.state() == State.PAUSED || each.state() == State.HELD;
            if (onItsWay && !each.manifestSha256().isEmpty()) {
                for (Ledger.PartRow part : tools.ledger().parts(each.id())) {
                    if (!part.done() && !tools.spool().holds(each.id(), part.number(), part.size())) {
                        missing.add(each.id());
                    }
                }
            }
        }
        return missing;
    }

    /**
     * Works until the queue is empty or all that is left waits for a time to come, for a person or for another runner.
     * A submission that comes to wait is not tried again within one call.
     *
     * @throws ProblemException trouble of the queue itself; that of a submission is noted with it
     */
    public RunSummary run(Progress progress) throws ProblemException, InterruptedException {
        tools.ledger().recover(tools.spool().found());
        tidying.all();
        Set<UUID> tried = new HashSet<>();
        Tally tally = new Tally();
        for (Optional<Submission> next = next(tried); next.isPresent(); next = next(tried)) {
            progress.check();
            tried.add(next.get().id());
            if (drive(next.get().id(), progress)) {
                tally.count(tools.queue().get(next.get().id()));
            }
        }
        return tally.summary(tools.queue().list());
    }

    /**
     * Works on one submission, through its waits, until it is settled or paused.
     *
     * @param waiting is told each time that it comes to wait
     * @return the submission as it then stands
     */
    public Submission runUntilSettled(UUID id, Progress progress, Consumer<Submission> waiting)
            throws ProblemException, InterruptedException {
        Instant told = null;
        while (true) {
            progress.check();
            Submission submission = tools.queue().get(id);
            if (!submission.state().isOpen()) {
                return submission;
            }
            if (submission.state() == State.WAITING && !Objects.equals(told, submission.retryAt())) {
                told = submission.retryAt();
                waiting.accept(submission);
            }
            if (!isDue(submission) || !drive(id, progress)) {
                Thread.sleep(tools.options().look());
            }
        }
    }

    /**
     * Prepares one submission and announces it to its receiver; sending is left to the other methods.
     *
     * @return the submission as it then stands: queued, or waiting where the receiver could not be reached, or held
     */
    public Submission prepare(UUID id, Progress progress) throws ProblemException, InterruptedException {
        drive(id, progress, Drive::goAsFarAsAnnounced);
        return tools.queue().get(id);
    }

    /** Asks receivers whether they have questions about what they received; how many submissions have moved. */
    public int inquire(Progress progress) throws ProblemException, InterruptedException {
        return new Inquiry(tools).look(progress);
    }

    /**
     * Answers a receiver's question.
     *
     * @return the submission as it then stands: received again, or still asked about until the receiver is content
     */
    public Submission answer(UUID id, QueryAnswer answer) throws ProblemException, InterruptedException {
        return new Inquiry(tools).answer(id, answer);
    }

    /** Removes what submissions that are over left here and at their receivers. */
    public void tidy() throws ProblemException, InterruptedException {
        tidying.all();
    }

    /**
     * Works on everything that comes into the queue, until it is interrupted or cancelled. Trouble of the queue itself (a
     * disk without any room, a folder that is gone) is told and tried again.
     *
     * @param standstill is told the trouble each time, and empty after a run without any
     */
    public void runForever(Progress progress, Consumer<Optional<Problem>> standstill) throws InterruptedException {
        Backoff pause =
                new Backoff(tools.options().look(), tools.options().longestWait(), RandomGenerator.getDefault());
        while (true) {
            try {
                run(progress);
                standstill.accept(Optional.empty());
                pause.reset();
            } catch (ProblemException e) {
                LOG.warn("The queue cannot work now: {}", e.getMessage());
                standstill.accept(Optional.of(e.problem()));
                Thread.sleep(pause.next());
            }
            progress.check();
            Thread.sleep(tools.options().look());
        }
    }

    private Optional<Submission> next(Set<UUID> tried) throws ProblemException {
        for (Submission submission : tools.queue().list()) {
            letGo(submission);
        }
        return tools.queue().list().stream()
                .filter(s -> !tried.contains(s.id()))
                .filter(this::isDue)
                .findFirst();
    }

    private boolean isDue(Submission submission) {
        Instant retryAt = submission.retryAt();
        Instant now = tools.queue().clock().instant();
        if (submission.state() != State.WAITING || retryAt == null) {
            return submission.state().isOpen();
        }
        if (submission.problem().orElse(null) instanceof Problem.QuietHours) {
            return tools.options().rules().get().quiet().until(now).isEmpty();
        }
        // A change in the future: the clock was put back since, and the time to retry means nothing.
        return !now.isBefore(retryAt) || now.isBefore(submission.changed().minusSeconds(60));
    }

    /** What was held because the disk was full goes on once there is room for all of it. */
    private void letGo(Submission held) throws ProblemException {
        if (held.state() == State.HELD && held.problem().orElse(null) instanceof Problem.DiskFull full) {
            Duration since = Duration.between(
                            held.changed(), tools.queue().clock().instant())
                    .abs();
            long needed = Math.max(full.neededBytes(), held.bytes());
            if (since.compareTo(FULL_DISK_PAUSE) >= 0 && tools.spool().room() >= needed) {
                tools.ledger().move(Move.of(held.id(), State.HELD, State.QUEUED, AuditEntry.PROGRAM));
            }
        }
    }

    /** How far a submission is taken. */
    @FunctionalInterface
    private interface Way {
        void go(Drive drive) throws ProblemException, InterruptedException;
    }

    /** False where another runner has it, or it is no longer due. */
    private boolean drive(UUID id, Progress progress) throws ProblemException, InterruptedException {
        return drive(id, progress, Drive::go);
    }

    private boolean drive(UUID id, Progress progress, Way way) throws ProblemException, InterruptedException {
        Optional<Lease> lease = tools.spool().lease(id);
        if (lease.isEmpty()) {
            return false;
        }
        try (Lease held = lease.get()) {
            LOG.debug("working under {}", held.file());
            Submission submission = tools.queue().get(id);
            if (!isDue(submission)) {
                return false;
            }
            try (Wakefulness.Hold awake = tools.options().wakefulness().hold()) {
                LOG.trace("awake by {}", awake);
                way.go(new Drive(tools, submission, progress));
            } finally {
                tidying.one(id);
            }
            return true;
        }
    }
}
