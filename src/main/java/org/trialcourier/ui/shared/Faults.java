// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Makes a problem of whatever a job failed with, so that a screen has words for it. */
public final class Faults {
    private Faults() {}

    /** The problem inside, or an unexpected one with a short code made from the place where it happened. */
    public static Problem problem(Throwable failure) {
        return failure instanceof ProblemException known
                ? known.problem()
                : org.trialcourier.app.Faults.report(failure);
    }
}
