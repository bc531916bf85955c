// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.Serial;
import java.security.cert.CertificateException;

/** A server's certificate chain that no trusted authority vouches for. */
final class UntrustedChainException extends CertificateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String issuer;

    UntrustedChainException(String issuer, CertificateException cause) {
        super(cause);
        this.issuer = issuer;
    }

    /** Who signed the last certificate of the chain: at many hospitals the inspecting proxy. */
    String issuer() {
        return issuer;
    }
}
