// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.problem.Remedy;
import org.trialcourier.queue.Move;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.upload.Transport;
import org.trialcourier.wire.Announcement;
import org.trialcourier.work.Backoff;
import org.trialcourier.work.Progress;

/** Takes one submission as far as it goes now. Whoever makes it holds the submission's lease. */
final class Drive {
    /** How often parts that turn out damaged are made again before a person has to look at the disk. */
    private static final int ROUNDS = 3;

    private final Tools tools;
    private final UUID id;
    private final Progress shown;
    private State state;
    private boolean moved;

    Drive(Tools tools, Submission submission, Progress shown) {
        this.tools = tools;
        this.shown = shown;
        id = submission.id();
        state = submission.state();
    }

    /**
     * Goes until the submission is settled, waits, or was moved by someone else.
     *
     * @throws ProblemException trouble of the queue itself
     */
    void go() throws ProblemException, InterruptedException {
        go((transport, announcement) -> new Delivery(this, transport, announcement).go());
    }

    /** Prepares the submission and announces it, no more: the receiver's absence is known at once. */
    void goAsFarAsAnnounced() throws ProblemException, InterruptedException {
        go((transport, announcement) -> {
            transport.announce(announcement);
            enter(State.QUEUED);
            return true;
        });
    }

    /** What is done with a prepared submission; false where parts of it must be made again first. */
    @FunctionalInterface
    private interface Next {
        boolean with(Transport transport, Announcement announcement) throws ProblemException, InterruptedException;
    }

    private void go(Next next) throws ProblemException, InterruptedException {
        if (state == State.WAITING && !enter(State.QUEUED)) {
            return;
        }
        try {
            prepareAnd(next);
        } catch (ProblemException e) {
            settle(e.problem());
        } catch (RuntimeException e) {
            // One submission must not stop the others.
            settle(Crew.unexpected(e));
        } catch (InterruptedException e) {
            if (state.isAtWork()) {
                enter(State.QUEUED);
            }
            throw e;
        }
    }

    private void prepareAnd(Next next) throws ProblemException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Announcement announcement = prepared();
            if (announcement == null) {
                return;
            }
            try (Transport transport = tools.transports().to(tools.queue().get(id))) {
                if (next.with(transport, announcement)) {
                    return;
                }
            }
        }
        throw new ProblemException(
                new Problem.Unwritable(tools.spool().folder(id).toString(), "why.does-not-stay"));
    }

    Tools tools() {
        return tools;
    }

    UUID id() {
        return id;
    }

    Progress shown() {
        return shown;
    }

    /** Something reached the receiver: waits are counted from zero again. */
    void moved() {
        moved = true;
    }

    /** Whether the submission is still ours to work on; also stops where that was asked for. */
    boolean isOurs() throws ProblemException, InterruptedException {
        shown.check();
        return tools.ledger().state(id) == state;
    }

    /** Goes to a state; false where someone else has moved the submission meanwhile. */
    boolean enter(State next) throws ProblemException {
        return state == next || move(Move.of(id, state, next, AuditEntry.PROGRAM));
    }

    boolean move(Move move) throws ProblemException {
        boolean made = tools.ledger().move(move);
        if (made) {
            state = move.to();
        }
        return made;
    }

    /** The state that a move starts from. */
    State state() {
        return state;
    }

    /** Notes that the submission is received or sealed, which was written together with more. */
    void arrivedAt(State next) {
        state = next;
    }

    /** Lets the submission wait until a time. */
    void waitUntil(Instant time, Optional<Problem> why) throws ProblemException {
        Move move = Move.of(id, state, State.WAITING, AuditEntry.PROGRAM).until(time);
        move(why.map(move::because).orElse(move));
    }

    /** The next attempt after this one, counted as a failure unless something moved. */
    Instant nextAttempt() throws ProblemException {
        int failures = moved ? 1 : tools.queue().get(id).attempts() + 1;
        tools.ledger().attempts(id, failures);
        Backoff backoff =
                new Backoff(tools.options().firstWait(), tools.options().longestWait(), RandomGenerator.getDefault());
        return tools.queue().clock().instant().plus(backoff.after(failures));
    }

    private @Nullable Announcement prepared() throws ProblemException, InterruptedException {
        Optional<Announcement> known = tools.ledger().announcement(id);
        if (known.isPresent() && Preparation.missing(tools, known.get()) == 0) {
            return known.get();
        }
        return new Preparation(this, known).go();
    }

    private void settle(Problem problem) throws ProblemException {
        if (!state.isOpen() || tools.ledger().state(id) != state) {
            return;
        }
        if (problem.remedy() == Remedy.WAIT) {
            waitUntil(nextAttempt(), Optional.of(problem));
        } else {
            move(Move.of(id, state, State.HELD, AuditEntry.PROGRAM).because(problem));
        }
    }

    /** Does one thing in another thread while looking whether it should go on; false where it was stopped. */
    boolean workOn(Crew.Task task) throws ProblemException, InterruptedException {
        Progress own = new Progress();
        return tools.crew().work(List.of(new Crew.Piece(task, own)), 1, this::isOurs);
    }
}
