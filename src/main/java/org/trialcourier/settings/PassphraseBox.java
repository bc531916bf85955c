// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * Encrypts small secrets under a passphrase: AES-256-GCM, key by PBKDF2-HMAC-SHA-256 with 600,000 rounds and a fresh
 * salt each time. Layout: magic 8 bytes, salt 16, nonce 12, cipher text with tag.
 */
final class PassphraseBox {
    private static final byte[] MAGIC = {'T', 'C', 'S', 'E', 'A', 'L', '0', '1'};
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int ROUNDS = 600_000;

    private final String passphrase;
    private final SecureRandom random = new SecureRandom();

    PassphraseBox(String passphrase) {
        this.passphrase = passphrase;
    }

    static boolean isSealed(byte[] stored) {
        return stored.length > MAGIC.length + SALT + NONCE
                && Arrays.equals(stored, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    byte[] seal(byte[] secret) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, salt, nonce).doFinal(secret);
            return ByteBuffer.allocate(MAGIC.length + SALT + NONCE + sealed.length)
                    .put(MAGIC)
                    .put(salt)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM and PBKDF2", e);
        }
    }

    byte[] open(byte[] stored, String file) throws ProblemException {
        int head = MAGIC.length;
        byte[] salt = Arrays.copyOfRange(stored, head, head + SALT);
        byte[] nonce = Arrays.copyOfRange(stored, head + SALT, head + SALT + NONCE);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, salt, nonce);
            int from = head + SALT + NONCE;
            return cipher.doFinal(stored, from, stored.length - from);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(new Problem.Unreadable(file, "why.passphrase-wrong"), e);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] nonce) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, 256);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
