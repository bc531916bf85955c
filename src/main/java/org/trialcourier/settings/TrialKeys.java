// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * The trial key: 256 random bits for each trial and site, made on first use. New UIDs, date offsets and fingerprints
 * come from it, so it must never change once used: a mark beside the data tells which key was used, and where that one is
 * not at hand (no session with the key store, say) no other takes its place.
 */
public final class TrialKeys {
    private static final int BYTES = 32;

    private final Secrets secrets;
    private final Secrets marks;
    private final SecureRandom random = new SecureRandom();

    /** Keys that are kept in {@code secrets}; {@code marks} is a folder that exists. */
    public TrialKeys(Secrets secrets, Path marks) {
        this.secrets = secrets;
        this.marks = new FileSecrets(marks, null);
    }

    /** The key of a trial at a site; the same at each call. */
    public synchronized byte[] of(String trial, String site) throws ProblemException {
        String name = name(trial, site);
        Optional<byte[]> kept = secrets.get(name);
        Optional<String> mark = marks.get(name + ".mark").map(text -> new String(text, StandardCharsets.US_ASCII));
        if (mark.isPresent() && !kept.map(TrialKeys::mark).equals(mark)) {
            throw new ProblemException(new Problem.Unreadable("place.trial-key " + trial, "why.other-key-store"));
        }
        byte[] key = kept.isPresent() ? kept.get() : make(name);
        if (mark.isEmpty()) {
            marks.put(name + ".mark", mark(key).getBytes(StandardCharsets.US_ASCII));
        }
        return key;
    }

    private byte[] make(String name) throws ProblemException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        secrets.put(name, key);
        return key;
    }

    /** Tells keys apart and nothing else about them. */
    private static String mark(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("mark".getBytes(StandardCharsets.US_ASCII)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    private static String name(String trial, String site) {
        return "trial-key." + trial + "." + site;
    }
}
