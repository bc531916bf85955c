// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.io.Serial;
import org.trialcourier.problem.Phrase;

/** The instance cannot be made safe; the reason holds no data of the patient. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    /** A refusal with its reason. */
    public RefusedException(Phrase reason) {
        super(reason.key());
        this.reason = reason;
    }

    /** Why it cannot be made safe. */
    public Phrase reason() {
        return reason;
    }
}
