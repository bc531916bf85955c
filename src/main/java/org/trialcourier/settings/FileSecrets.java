// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
        Path fresh = folder.resolve(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(fresh);
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(box == null ? secret : box.seal(secret));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.syncFolder(folder);
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
