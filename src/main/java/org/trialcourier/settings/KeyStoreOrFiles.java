// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.util.Optional;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.ProblemException;

/**
 * The key store, and files for what it does not take (nobody there to unlock it, as on a server). A secret that is in the
 * key store is never looked for or replaced in a file: while the store is locked it is out of reach, and that is said.
 */
public final class KeyStoreOrFiles implements Secrets {
    private final Secrets store;
    private final Secrets files;
    private volatile boolean refused;

    /** The key store first, then files. */
    public KeyStoreOrFiles(Secrets store, Secrets files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public Optional<byte[]> get(String name) throws ProblemException {
        Optional<byte[]> kept = store.get(name);
        if (kept.isPresent()) {
            return kept;
        }
        kept = files.get(name);
        refused |= kept.isPresent();
        return kept;
    }

    @Override
    public void put(String name, byte[] secret) throws ProblemException {
        try {
            store.put(name, secret);
        } catch (ProblemException notTaken) {
            if (store.get(name).isPresent()) {
                throw notTaken;
            }
            files.put(name, secret);
            refused = true;
            return;
        }
        files.remove(name);
    }

    @Override
    public void remove(String name) throws ProblemException {
        store.remove(name);
        files.remove(name);
    }

    @Override
    public Phrase place() {
        return refused ? files.place() : store.place();
    }
}
