// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A fault of the program, fit for a log: where it happened, without any exception's message, which could quote a value
 * of a patient.
 *
 * @param code six characters made from the trace, the same for the same fault
 * @param trace classes of the exceptions and where they were thrown
 */
public record Fault(String code, String trace) {
    private static final int FRAMES = 12;
    private static final int CODE = 6;

    /** The fault behind an exception. */
    public static Fault of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append(each.getClass().getName()).append('\n');
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("  at ").append(frames[i]).append('\n');
            }
        }
        String trace = text.toString();
        String code = Sha256.hex(trace.getBytes(StandardCharsets.UTF_8)).substring(0, CODE);
        return new Fault(code.toUpperCase(Locale.ROOT), trace);
    }
}
