// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.util.function.Consumer;

/** Runs each job at once on the calling thread. */
public final class DirectRunner implements JobRunner {
    @Override
    public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Progress progress = new Progress();
        T result;
        try {
            result = job.run(progress);
        } catch (InterruptedException stopped) {
            return progress;
        } catch (Exception e) {
            failed.accept(e);
            return progress;
        }
        done.accept(result);
        return progress;
    }
}
