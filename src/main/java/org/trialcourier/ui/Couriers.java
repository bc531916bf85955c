// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private final Map<App, Courier> running = new IdentityHashMap<>();
    private final JobRunner runner;

    Couriers(JobRunner runner) {
        this.runner = runner;
    }

    private record Courier(Progress progress, AtomicReference<Optional<Problem>> standstill) {}

    /**
     * Begins to send what is in the queue of a data folder, unless it is sent already.
     *
     * @return why nothing of it can be sent at all at that moment, or empty; may be asked on any thread
     */
    Supplier<Optional<Problem>> start(App app) {
        return running.computeIfAbsent(app, this::send).standstill()::get;
    }

    private Courier send(App app) {
        AtomicReference<Optional<Problem>> standstill = new AtomicReference<>(Optional.empty());
        Progress sending = runner.start(
                progress -> {
                    onceWritable(app, progress, standstill::set).runForever(progress, standstill::set);
                    return true;
                },
                done -> {},
                Faults::report);
        return new Courier(sending, standstill);
    }

    /** A data folder that cannot be written now may be later: what waits in it then goes on by itself. */
    private static QueueRunner onceWritable(App app, Progress progress, Consumer<Optional<Problem>> standstill)
            throws ProblemException, InterruptedException {
        while (true) {
            progress.check();
            try {
                return app.runner();
            } catch (ProblemException e) {
                if (!(e.problem() instanceof Problem.StoreUnwritable)) {
                    throw e;
                }
                standstill.accept(Optional.of(e.problem()));
                Thread.sleep(AGAIN);
            }
        }
    }

    /** Stops at the next safe point. */
    @Override
    public void close() {
        running.values().forEach(courier -> courier.progress().cancel());
        running.clear();
    }
}
