// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Problem;
import org.trialcourier.work.Fault;

/** Faults of the program itself: one log entry, and a problem with a short code. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final int KEPT = 50;
    private static final Map<String, String> TRACES = new ConcurrentHashMap<>();

    private Faults() {}

    /** Logs a fault and gives the problem to show. */
    public static Problem report(Throwable thrown) {
        Fault fault = Fault.of(thrown);
        LOG.error("fault {}\n{}", fault.code(), fault.trace());
        if (TRACES.size() < KEPT) {
            TRACES.put(fault.code(), fault.trace());
        }
        return new Problem.Unexpected(fault.code());
    }

    /** A report of a fault for the people who mend it: program, system, where it happened; nothing of a patient. */
    public static String text(String code) {
        return String.join(
                "\n",
                Version.NAME_AND_NUMBER + ", fault " + code,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version"),
                TRACES.getOrDefault(code, "see the log of that time"));
    }
}
