// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * Closes the list of a submission's source files between "send" and "sealed": names of folders and files can hold names
 * of patients, so they are written to disk as AES-256-GCM cipher text only, under a key derived from the trial key and
 * bound to the submission's id.
 */
final class SourceBox {
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SourceBox(byte[] trialKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(trialKey, "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal("trialcourier source list".getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    byte[] close(UUID submission, byte[] clear) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, submission).doFinal(clear);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    byte[] open(UUID submission, byte[] closed) throws ProblemException {
        if (closed.length <= NONCE) {
            throw lost(null);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE), submission);
            return cipher.doFinal(closed, NONCE, closed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw lost(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID submission) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(submission.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static ProblemException lost(@Nullable Throwable cause) {
        return new ProblemException(new Problem.Unreadable("place.source-list", "why.other-key"), cause);
    }
}
