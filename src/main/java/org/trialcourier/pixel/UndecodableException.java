// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.io.Serial;
import org.trialcourier.problem.Phrase;

/** Pixels that this program cannot read; the reason holds no data of a patient. */
public final class UndecodableException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    /** With a reason. */
    public UndecodableException(Phrase reason) {
        super(reason.key());
        this.reason = reason;
    }

    /** Why they cannot be read. */
    public Phrase reason() {
        return reason;
    }
}
