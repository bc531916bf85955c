// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * The PIN that a person enters again to sign a submission (21 CFR 11.200). Kept is a salted PBKDF2-HMAC-SHA-256 value
 * of it, never the PIN.
 */
public final class SigningPin {
    /** Fewest characters of a PIN. */
    public static final int SHORTEST = 4;

    /** So many wrong PINs cost no waiting. */
    public static final int FREE_TRIES = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String NAME = "signing-pin";
    private static final String TRIES = "signing-pin-tries";
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
        secrets.remove(TRIES);
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

    /**
     * Whether this is the PIN; takes the same time whether it is or not. After {@value #FREE_TRIES} wrong ones in a row
     * each further one makes the next wait twice as long, up to an hour, also over a restart.
     *
     * @throws ProblemException with {@code TooManyTries} while nothing is looked at
     */
    public boolean matches(String pin, Instant now) throws ProblemException {
        Tries tries = tries();
        long wait = Duration.between(now, tries.until()).toSeconds();
        if (wait > 0 && wait <= LONGEST_WAIT.toSeconds()) {
            throw new ProblemException(new Problem.TooManyTries(wait));
        }
        if (matches(pin)) {
            secrets.remove(TRIES);
            return true;
        }
        int wrong = tries.wrong() + 1;
        int doublings = Math.clamp(wrong - FREE_TRIES, 0, 10);
        Duration next = wrong < FREE_TRIES ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << doublings);
        Instant until = now.plus(next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next);
        secrets.put(TRIES, (wrong + " " + until.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
        return false;
    }

    private record Tries(int wrong, Instant until) {}

    private Tries tries() throws ProblemException {
        String kept = secrets.get(TRIES)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .orElse("");
        int blank = kept.indexOf(' ');
        if (blank < 0) {
            return new Tries(0, Instant.EPOCH);
        }
        return new Tries(
                Integer.parseInt(kept.substring(0, blank)),
                Instant.ofEpochMilli(Long.parseLong(kept.substring(blank + 1))));
    }

    private boolean matches(String pin) throws ProblemException {
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
