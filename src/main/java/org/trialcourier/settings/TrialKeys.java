// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private static final Object FIRST_USE = new Object();

    private final Secrets secrets;
    private final Secrets marks;
    private final Path lock;
    private final SecureRandom random = new SecureRandom();

    /** Keys that are kept in {@code secrets}; {@code marks} is a folder that exists. */
    public TrialKeys(Secrets secrets, Path marks) {
        this.secrets = secrets;
        this.marks = new FileSecrets(marks, null);
        this.lock = marks.resolve("first-use.lock");
    }

    /** The key of a trial at a site; the same at each call, on any thread and in any process of this data folder. */
    public byte[] of(String trial, String site) throws ProblemException {
        String name = name(trial, site);
        Optional<byte[]> kept = secrets.get(name);
        Optional<String> mark = markOf(name);
        if (mark.isPresent() && kept.isPresent()) {
            return fitting(kept, mark.get(), trial);
        }
        return alone(() -> first(name, trial));
    }

    /** Whether this is the key that was used here for its trial and site. */
    public boolean isUsed(KeyCard card) throws ProblemException {
        return markOf(name(card.trial(), card.site()))
                .filter(mark(card.key())::equals)
                .isPresent();
    }

    /** Uses the key of a card from now on, in place of one that nothing was sent under. */
    public void take(KeyCard card) throws ProblemException {
        String name = name(card.trial(), card.site());
        alone(() -> {
            secrets.put(name, card.key());
            marks.put(name + ".mark", mark(card.key()).getBytes(StandardCharsets.US_ASCII));
            return card.key();
        });
    }

    @FunctionalInterface
    private interface Step {
        byte[] go() throws ProblemException;
    }

    /** One thread of one process at a time. */
    private byte[] alone(Step step) throws ProblemException {
        synchronized (FIRST_USE) {
            try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock held = file.lock();
                try {
                    return step.go();
                } finally {
                    held.release();
                }
            } catch (IOException e) {
                throw new ProblemException(new Problem.Unwritable(lock.toString(), String.valueOf(e.getMessage())), e);
            }
        }
    }

    /** Makes the key or its mark, unless another was quicker. */
    private byte[] first(String name, String trial) throws ProblemException {
        Optional<byte[]> kept = secrets.get(name);
        Optional<String> mark = markOf(name);
        if (mark.isPresent()) {
            return fitting(kept, mark.get(), trial);
        }
        byte[] key = kept.isPresent() ? kept.get() : make(name);
        marks.put(name + ".mark", mark(key).getBytes(StandardCharsets.US_ASCII));
        return key;
    }

    private Optional<String> markOf(String name) throws ProblemException {
        return marks.get(name + ".mark").map(text -> new String(text, StandardCharsets.US_ASCII));
    }

    private static byte[] fitting(Optional<byte[]> kept, String mark, String trial) throws ProblemException {
        return kept.filter(key -> mark(key).equals(mark))
                .orElseThrow(() -> new ProblemException(
                        new Problem.Unreadable("place.trial-key " + trial, "why.other-key-store")));
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
