// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Base64;
import java.util.Optional;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * The key store of the operating system: Windows Credential Manager, macOS Keychain, Secret Service on Linux. Of a locked
 * one that nobody unlocks, and of one without any place for secrets, the library throws whatever it stumbles over.
 */
public final class SystemKeyStore implements Secrets {
    private static final String SERVICE = "TrialCourier";

    private final Keyring keyring;
    private final String scope;

    private SystemKeyStore(Keyring keyring, String scope) {
        this.keyring = keyring;
        this.scope = scope;
    }

    /** The key store of this computer, or nothing where it has none; {@code scope} keeps data folders apart. */
    public static Optional<Secrets> find(String scope) {
        try {
            return Optional.of(new SystemKeyStore(Keyring.create(), scope));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> get(String name) throws ProblemException {
        String kept;
        try {
            kept = keyring.getPassword(SERVICE, account(name));
        } catch (PasswordAccessException none) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new ProblemException(new Problem.KeyStoreLocked(), e);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(kept));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem.Unreadable("place.key-store", "why.damaged"), e);
        }
    }

    @Override
    public void put(String name, byte[] secret) throws ProblemException {
        try {
            keyring.setPassword(SERVICE, account(name), Base64.getEncoder().encodeToString(secret));
        } catch (PasswordAccessException e) {
            throw new ProblemException(new Problem.Unwritable("place.key-store", String.valueOf(e.getMessage())), e);
        } catch (RuntimeException e) {
            throw new ProblemException(new Problem.KeyStoreLocked(), e);
        }
    }

    @Override
    public void remove(String name) throws ProblemException {
        if (get(name).isEmpty()) {
            return;
        }
        try {
            keyring.deletePassword(SERVICE, account(name));
        } catch (PasswordAccessException e) {
            throw new ProblemException(new Problem.Unwritable("place.key-store", String.valueOf(e.getMessage())), e);
        } catch (RuntimeException e) {
            throw new ProblemException(new Problem.KeyStoreLocked(), e);
        }
    }

    @Override
    public Phrase place() {
        return Phrase.of("place.key-store");
    }

    private String account(String name) {
        return scope + "/" + name;
    }
}
