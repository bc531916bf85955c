// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a trial wants its images, as the trial file says it.
 *
 * @param url tus: where uploads are created; STOW-RS: the service root; folder: a {@code file:} URL
 * @param api root of the Submission API, or null where the receiver has none
 * @param receiverKey the key that signs the receiver's receipts, Base64 of an Ed25519 SubjectPublicKeyInfo; null where
 *     the trial names none, so that the first one seen counts
 */
public record DestinationSpec(
        Type type,
        URI url,
        @Nullable URI api,
        SignIn auth,
        @Nullable String receiverKey) {
    /** A destination whose receiver's key is not named. */
    public DestinationSpec(Type type, URI url, @Nullable URI api, SignIn auth) {
        this(type, url, api, auth, null);
    }

    /** How images travel. */
    public enum Type {
        TUS,
        STOW,
        FOLDER
    }

    /**
     * How this workstation signs in.
     *
     * @param issuer the OpenID Connect issuer; null for {@code NONE} and {@code TOKEN}
     * @param clientId as registered at the issuer, or an empty string
     * @param scope the scopes to ask for, separated by blanks, or an empty string
     */
    public record SignIn(Kind kind, @Nullable URI issuer, String clientId, String scope) {
        /** No sign-in. */
        public static final SignIn NONE = new SignIn(Kind.NONE, null, "", "");
    }

    /** The ways to sign in. */
    public enum Kind {
        NONE,
        TOKEN,
        DEVICE_CODE,
        CLIENT_CREDENTIALS
    }
}
