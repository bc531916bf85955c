// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.trialcourier.problem.ProblemException;

/**
 * The PIN that a person enters again to sign a submission (21 CFR 11.200). Kept is a salted PBKDF2-HMAC-SHA-256 value
 * of it, never the PIN.
 */
public final class SigningPin {
    /** Fewest characters of a PIN. */
    public static final int SHORTEST = 4;

    private static final String NAME = "signing-pin";
    private static final int SALT = 16;
    private static final int BITS = 256;
    private static final int ROUNDS = 200_000;

    private final Secrets secrets;

    /** The PIN that is kept in {@code secrets}. */
    public SigningPin(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Whether a PIN was chosen. */
    public boolean isChosen() throws ProblemException {
        return secrets.get(NAME).isPresent();
    }

    /** Chooses the PIN; an earlier one no longer holds. */
    public void choose(String pin) throws ProblemException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] derived = derive(pin, salt);
        secrets.put(
                NAME,
                ByteBuffer.allocate(SALT + derived.length)
                        .put(salt)
                        .put(derived)
                        .array());
    }

    /** Whether this is the PIN; takes the same time whether it is or not. */
    public boolean matches(String pin) throws ProblemException {
        Optional<byte[]> kept = secrets.get(NAME);
        if (kept.isEmpty() || kept.get().length <= SALT) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(kept.get());
        byte[] salt = new byte[SALT];
        buffer.get(salt);
        byte[] expected = new byte[buffer.remaining()];
        buffer.get(expected);
        return MessageDigest.isEqual(expected, derive(pin, salt));
    }

    private static byte[] derive(String pin, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2", e);
        }
    }
}
