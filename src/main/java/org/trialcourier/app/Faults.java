// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Problem;
import org.trialcourier.work.Fault;

/** Faults of the program itself: one log entry, and a problem with a short code. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** Logs a fault and gives the problem to show. */
    public static Problem report(Throwable thrown) {
        Fault fault = Fault.of(thrown);
        LOG.error("fault {}\n{}", fault.code(), fault.trace());
        return new Problem.Unexpected(fault.code());
    }
}
