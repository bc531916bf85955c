// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;

/**
 * An answer to a request to an https address that came without TLS: it is the proxy's own, which lets no tunnel through,
 * and nothing in it may be taken for the receiver's word.
 */
final class AnsweredByProxyException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    AnsweredByProxyException(int status) {
        super("answered by the proxy");
        this.status = status;
    }

    int status() {
        return status;
    }
}
