// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.upload.Transport;

/** Finds the way to the receiver of a submission. */
@FunctionalInterface
public interface Transports {
    /** A new transport, closed by who asked for it. */
    Transport to(Submission submission) throws ProblemException, InterruptedException;
}
