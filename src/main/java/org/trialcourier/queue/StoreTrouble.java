// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.Serial;
import org.trialcourier.problem.ProblemException;

/** Carries trouble of the database out of a call that can name none; the runner takes it apart again. */
public final class StoreTrouble extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemException trouble;

    private StoreTrouble(ProblemException trouble) {
        super(trouble);
        this.trouble = trouble;
    }

    public ProblemException trouble() {
        return trouble;
    }

    static <T> T unchecked(QueueMemory.Call<T> call) {
        try {
            return call.run();
        } catch (ProblemException e) {
            throw new StoreTrouble(e);
        }
    }
}
