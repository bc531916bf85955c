// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.DestinationSpec;
import org.trialcourier.trial.Trial;

/** Keeps what belongs to the practice trial on this computer: no real receiver ever gets it. */
public final class PracticeStaysHere {
    private PracticeStaysHere() {}

    /** Refuses a copy of the practice trial that names another computer. */
    static void check(Trial trial) throws ProblemException {
        DestinationSpec spec = trial.destination();
        check(trial.id(), spec.url());
        if (spec.api() != null) {
            check(trial.id(), spec.api());
        }
    }

    /**
     * Refuses an address on another computer for the practice trial; any is right for a real one.
     *
     * @throws ProblemException {@code PracticeOnly}
     */
    public static void check(String trial, URI address) throws ProblemException {
        if (!PracticeTrial.isPractice(trial)) {
            return;
        }
        String host = address.getHost();
        boolean here = "file".equals(address.getScheme())
                || (host != null
                        && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}")));
        if (!here) {
            throw new ProblemException(new Problem.PracticeOnly(host == null ? address.toString() : host));
        }
    }
}
