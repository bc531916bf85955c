// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Makes a problem of whatever a job failed with, so that a screen has words for it. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** The problem inside, or an unexpected one with a short code made from the place where it happened. */
    public static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        String code = code(failure);
        LOG.error("unexpected fault {}: {}", code, place(failure));
        return new Problem.Unexpected(code);
    }

    private static String code(Throwable failure) {
        int hash = failure.getClass().getName().hashCode();
        for (StackTraceElement frame : failure.getStackTrace()) {
            hash = 31 * hash
                    + frame.getClassName().hashCode() * 31
                    + frame.getMethodName().hashCode();
        }
        return String.format(Locale.ROOT, "%04X-%04X", hash >>> 16, hash & 0xFFFF);
    }

    /** Type and frames only: a message could hold data of a patient. */
    private static String place(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        for (StackTraceElement frame : failure.getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
        Throwable cause = failure.getCause();
        return cause == null ? text.toString() : text + "\ncaused by " + place(cause);
    }
}
