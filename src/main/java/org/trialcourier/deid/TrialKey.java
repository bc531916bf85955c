// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one trial at one site. New UIDs and date offsets come from it, so that the same input gives the same
 * output at every visit and on every workstation that holds the key. Printing it shows dots.
 */
public final class TrialKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 16;

    private final SecretKeySpec secret;

    private TrialKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A key of at least 16 bytes; 32 are usual.
     *
     * @throws IllegalArgumentException where it is shorter
     */
    public static TrialKey of(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a trial key has at least " + LEAST_BYTES + " bytes");
        }
        return new TrialKey(secret);
    }

    /** HMAC-SHA-256 of a purpose and a value; different purposes never give related results. */
    public byte[] derive(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "•••";
    }
}
