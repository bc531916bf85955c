// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Backoff;
import org.trialcourier.work.Progress;

/**
 * Quick retries of one piece of work: waits a little longer after each failure, begins anew after progress, and after too
 * many failures in a row makes the last one the caller's problem.
 */
final class Retries {
    private static final long SLICE_MILLIS = 100;

    private final Patience patience;
    private final Backoff backoff;

    Retries(Patience patience) {
        this.patience = patience;
        this.backoff = new Backoff(patience.firstWait(), patience.longestWait(), ThreadLocalRandom.current());
    }

    /** Something moved. */
    void progress() {
        backoff.reset();
    }

    /** Counts a failure and waits; throws the problem where it has been tried often enough, or the server asks for long. */
    void failed(Problem problem, Progress progress) throws ProblemException, InterruptedException {
        Duration wait = backoff.next();
        if (problem instanceof Problem.Busy busy && busy.retryAfterSeconds() > 0) {
            wait = Duration.ofSeconds(busy.retryAfterSeconds());
        }
        if (backoff.failures() > patience.quickRetries() || wait.compareTo(patience.longestWait()) > 0) {
            throw new ProblemException(problem);
        }
        long until = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = until - System.nanoTime()) {
            progress.check();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(SLICE_MILLIS)));
        }
        progress.check();
    }
}
