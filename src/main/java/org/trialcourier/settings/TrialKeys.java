// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.security.SecureRandom;
import java.util.Optional;
import org.trialcourier.problem.ProblemException;

/**
 * The trial key: 256 random bits for each trial and site, made on first use. New UIDs, date offsets and fingerprints
 * come from it, so it must never change once used.
 */
public final class TrialKeys {
    private static final int BYTES = 32;

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    /** Keys that are kept in {@code secrets}. */
    public TrialKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The key of a trial at a site; the same at each call. */
    public synchronized byte[] of(String trial, String site) throws ProblemException {
        String name = name(trial, site);
        Optional<byte[]> kept = secrets.get(name);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        secrets.put(name, key);
        return key;
    }

    private static String name(String trial, String site) {
        return "trial-key." + trial + "." + site;
    }
}
