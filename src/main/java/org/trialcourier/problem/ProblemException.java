// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.problem;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to where it is handled. Its message is for developers and never holds data of a patient. */
public final class ProblemException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** A problem found by the program itself. */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** A problem with what caused it; the cause must not hold data of a patient. */
    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.getClass().getSimpleName(), cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
