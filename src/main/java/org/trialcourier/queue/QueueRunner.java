// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.util.UUID;
import java.util.concurrent.Executor;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;

/**
 * Moves submissions on, from queued to received. Several runners, in several processes too, may work on one queue: each
 * submission is worked on by one of them at a time.
 */
public final class QueueRunner {
    /** A runner; {@code workers} starts a thread for each piece of work it is given. */
    public QueueRunner(Queue queue, Preparer preparer, Transports transports, Executor workers, RunnerOptions options) {
        throw new UnsupportedOperationException(queue + " " + preparer + transports + workers + options);
    }

    /** Works until the queue is empty or all that is left waits for a time to come, for a person or for another runner. */
    public RunSummary run(Progress progress) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Works on one submission, through its waits, until it is settled or paused.
     *
     * @return the submission as it then stands
     */
    public Submission runUntilSettled(UUID id, Progress progress) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Works on everything that comes into the queue, until it is interrupted or cancelled. */
    public void runForever(Progress progress) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
