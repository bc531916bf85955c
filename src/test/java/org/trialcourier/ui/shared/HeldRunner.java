// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Keeps jobs until a test lets them run, to look at what a view model shows meanwhile. */
public final class HeldRunner implements JobRunner {
    private final Deque<Runnable> jobs = new ArrayDeque<>();

    @Override
    public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Progress progress = new Progress();
        jobs.add(() -> {
            if (!progress.isCancelled()) {
                new DirectRunner().start(p -> job.run(progress), done, failed);
            }
        });
        return progress;
    }

    /** Runs all jobs that wait. */
    public void release() {
        while (!jobs.isEmpty()) {
            jobs.remove().run();
        }
    }
}
