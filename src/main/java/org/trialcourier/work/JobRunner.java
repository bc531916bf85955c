// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.util.function.Consumer;

/**
 * Runs jobs away from the caller and hands their outcome back. The window's runner hands over on the UI thread; {@link
 * DirectRunner} runs at once, for tests and the command line.
 */
public interface JobRunner {
    /**
     * Starts a job. Exactly one of the two consumers is called, once; none where the job was cancelled.
     *
     * @return the job's progress, which can also cancel it
     */
    <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed);
}
