// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.trialcourier.app.App;
import org.trialcourier.app.Faults;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.QueueRunner;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Sends what is in the queues for as long as the program runs, whichever trial or screen is looked at. */
final class Couriers implements AutoCloseable {
    /** How soon a folder that could not be written is tried again. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Map<App, Progress> running = new IdentityHashMap<>();
    private final JobRunner runner;

    Couriers(JobRunner runner) {
        this.runner = runner;
    }

    /** Begins to send what is in the queue of a data folder, unless it is sent already. */
    void start(App app) {
        running.computeIfAbsent(
                app,
                at -> runner.start(
                        progress -> {
                            onceWritable(at, progress).runForever(progress);
                            return true;
                        },
                        done -> {},
                        Faults::report));
    }

    /** A data folder that cannot be written now may be later: what waits in it then goes on by itself. */
    private static QueueRunner onceWritable(App app, Progress progress) throws ProblemException, InterruptedException {
        while (true) {
            progress.check();
            try {
                return app.runner();
            } catch (ProblemException e) {
                if (!(e.problem() instanceof Problem.StoreUnwritable)) {
                    throw e;
                }
                Thread.sleep(AGAIN);
            }
        }
    }

    /** Stops at the next safe point. */
    @Override
    public void close() {
        running.values().forEach(Progress::cancel);
        running.clear();
    }
}
