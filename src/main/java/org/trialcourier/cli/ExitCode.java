// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import org.trialcourier.problem.Problem;

/** What the process ends with (DESIGN section 9). */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int HELD = 3;

    private ExitCode() {}

    /** The exit code of a problem that ends a command. */
    static int of(Problem problem) {
        return switch (problem) {
            case Problem.UnknownSubject unknown -> USAGE;
            case Problem.UnknownVisit unknown -> USAGE;
            case Problem.Unknown unknown -> USAGE;
            case Problem.Blocked blocked -> HELD;
            case Problem.SeveralPeople people -> HELD;
            case Problem.HeldBack held -> HELD;
            case Problem.SourceGone gone -> HELD;
            case Problem.SourceChanged changed -> HELD;
            case Problem.PartsLost lost -> HELD;
            case Problem.PackageDiffers differs -> HELD;
            case Problem.DiskFull full -> HELD;
            default -> FAILED;
        };
    }
}
