// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.io.Serial;

/** The instance cannot be made safe; the message is a sentence without data of the patient. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason. */
    public RefusedException(String reason) {
        super(reason);
    }
}
