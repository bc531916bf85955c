// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.io.Serial;

/** Pixels that this program cannot read; the message is a sentence without data of a patient. */
public final class UndecodableException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a reason. */
    public UndecodableException(String reason) {
        super(reason);
    }
}
