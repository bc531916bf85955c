// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.IdentityHashMap;
import java.util.Map;
import org.trialcourier.app.App;
import org.trialcourier.app.Faults;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Sends what is in the queues for as long as the program runs, whichever trial or screen is looked at. */
final class Couriers implements AutoCloseable {
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
                            at.runner().runForever(progress);
                            return true;
                        },
                        done -> {},
                        Faults::report));
    }

    /** Stops at the next safe point. */
    @Override
    public void close() {
        running.values().forEach(Progress::cancel);
        running.clear();
    }
}
