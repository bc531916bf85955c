// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.net.URI;
import org.trialcourier.problem.ProblemException;

/** Knows whose signature makes a receipt: that of the receiver the trial means, not just of anybody who answers. */
@FunctionalInterface
public interface ReceiverKeys {
    /**
     * Whether this key is the receiver's. Asked only about keys under which a receipt holds that is for what was sent.
     *
     * @param api the Submission API that gave the receipt
     * @param publicKey Base64 of the X.509 SubjectPublicKeyInfo
     */
    boolean isOf(URI api, String publicKey) throws ProblemException;
}
