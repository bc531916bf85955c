// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Problem;
import org.trialcourier.work.Sha256;

/** Faults of the program itself: a short code made from where they happened, and one log entry without their message. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int FRAMES = 12;

    private Faults() {}

    /** Logs a fault and gives the problem to show. The exception's message is left out: it could quote a value. */
    public static Problem report(Throwable fault) {
        String trace = trace(fault);
        String code = Sha256.hex(trace.getBytes(StandardCharsets.UTF_8))
                .substring(0, 6)
                .toUpperCase(Locale.ROOT);
        LOG.error("fault {}\n{}", code, trace);
        return new Problem.Unexpected(code);
    }

    private static String trace(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = fault; each != null; each = each.getCause()) {
            text.append(each.getClass().getName()).append('\n');
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("  at ").append(frames[i]).append('\n');
            }
        }
        return text.toString();
    }
}
