// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.util.Optional;
import org.trialcourier.problem.ProblemException;

/** Gives the bearer token for one destination. Safe for several threads. */
public interface TokenSource {
    /**
     * The token to send now, renewed where needed; empty where the destination wants none.
     *
     * @throws ProblemException with {@code SignInNeeded} where a person must sign in, {@code Offline} where the issuer
     *     cannot be reached
     */
    Optional<String> token() throws ProblemException, InterruptedException;

    /** Says that the receiver refused this token (401), so that the next call gives another one or a problem. */
    void refused(String token);

    /** For destinations without sign-in. */
    static TokenSource none() {
        return new TokenSource() {
            @Override
            public Optional<String> token() {
                return Optional.empty();
            }

            @Override
            public void refused(String token) {
                // there is nothing to renew
            }
        };
    }

    /** A token that was given by hand and cannot be renewed. */
    static TokenSource fixed(String token) {
        return new TokenSource() {
            @Override
            public Optional<String> token() {
                return Optional.of(token);
            }

            @Override
            public void refused(String refusedToken) {
                // the second refusal becomes SignInNeeded where it is noticed
            }
        };
    }
}
