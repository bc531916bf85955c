// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.DurableFiles;

/**
 * Secrets as files of mode 0600, one a secret, for computers without a key store. With a passphrase each is encrypted
 * (see {@link PassphraseBox}); without, the file permissions are all that protects it, and the connection doctor says so.
 */
public final class FileSecrets implements Secrets {
    private final Path folder;
    private final @Nullable PassphraseBox box;

    /** Secrets below a folder that exists; {@code passphrase} null or empty means not encrypted. */
    public FileSecrets(Path folder, @Nullable String passphrase) {
        this.folder = folder;
        this.box = passphrase == null || passphrase.isEmpty() ? null : new PassphraseBox(passphrase);
    }

    @Override
    public Optional<byte[]> get(String name) throws ProblemException {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] stored = Files.readAllBytes(file);
            if (PassphraseBox.isSealed(stored)) {
                if (box == null) {
                    throw new ProblemException(
                            new Problem.Unreadable(file.getFileName().toString(), "why.passphrase-missing"));
                }
                return Optional.of(box.open(stored, file.getFileName().toString()));
            }
            return Optional.of(stored);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void put(String name, byte[] secret) throws ProblemException {
        Path file = file(name);
        try {
            DurableFiles.replacePrivately(file, box == null ? secret : box.seal(secret));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void remove(String name) throws ProblemException {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(file(name).toString(), String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public Phrase place() {
        return box == null ? Phrase.of("place.files") : Phrase.of("place.encrypted-files");
    }

    private Path file(String name) {
        return folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".key");
    }
}
