// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import org.jspecify.annotations.Nullable;

/**
 * Tokens as they are kept in the key store.
 *
 * @param access the bearer token
 * @param refresh renews it (RFC 6749 6); null where the issuer gave none
 * @param expiresAt seconds since 1970, 0 where the issuer did not say
 */
record KeptTokens(String access, @Nullable String refresh, long expiresAt) {
    KeptTokens expired() {
        return new KeptTokens("", refresh, 1);
    }

    @Override
    public String toString() {
        return "tokens";
    }
}
