// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;

/** What sending needs of the program. All of it blocks. */
public interface SendWork {
    /** Whether a PIN was chosen on this computer. */
    boolean pinIsChosen() throws ProblemException;

    /** Chooses the PIN. */
    void choosePin(String pin) throws ProblemException;

    /** Whether this is the PIN. */
    boolean pinMatches(String pin) throws ProblemException;

    /** Puts the draft into the queue; it is there, durably, when this returns. */
    Submission send(Draft draft) throws ProblemException;
}
