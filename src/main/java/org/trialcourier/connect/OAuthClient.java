// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * This workstation as a client of an OAuth 2 issuer.
 *
 * @param issuer its identifier; its metadata lie below {@code /.well-known/} (RFC 8414, OpenID Connect Discovery)
 * @param id the client's id at the issuer
 * @param secret for client credentials (RFC 6749 4.4); null for a public client that signs in by device code
 * @param scope what to ask for, words separated by blanks; may be empty
 */
public record OAuthClient(URI issuer, String id, @Nullable String secret, String scope) {
    @Override
    public String toString() {
        return id + " at " + issuer;
    }
}
