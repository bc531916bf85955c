// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.util.UUID;
import org.trialcourier.problem.ProblemException;

/** What a person can do with a submission in the queue. Each blocks until it is on disk. */
public interface QueueActions {
    /** Stops it until it is resumed. */
    void pause(UUID id) throws ProblemException;

    /** Lets a paused one go on. */
    void resume(UUID id) throws ProblemException;

    /** Tries again now. */
    void retry(UUID id) throws ProblemException;

    /** Gives it up; the reason may be blank. */
    void cancel(UUID id, String reason) throws ProblemException;

    /** Puts it before all others. */
    void moveFirst(UUID id) throws ProblemException;
}
