// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * Where everything that TrialCourier keeps stands. Only the person who runs the program may look inside (mode 0700 where
 * the file system knows modes). Names below it are made from trial ids, submission ids and new UIDs only.
 *
 * @param home the data folder, absolute
 */
public record DataFolder(Path home) {
    /** Any path; it is made absolute. */
    public DataFolder {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder and those below it where they are missing.
     *
     * @throws ProblemException {@link Problem.Unwritable} where that is not possible
     */
    public DataFolder create() throws ProblemException {
        try {
            boolean mine = Files.exists(database()) || isBare(home);
            for (Path folder : new Path[] {home, spool(), trials(), logs(), keys()}) {
                make(folder);
            }
            if (mine) {
                closeToOthers();
            }
            return this;
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(home.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** The queue and the audit trail (SQLite). */
    public Path database() {
        return home.resolve("trialcourier.db");
    }

    /** Sealed parts that wait for being sent; one folder a submission. */
    public Path spool() {
        return home.resolve("spool");
    }

    /** The last good copy of each trial file. */
    public Path trials() {
        return home.resolve("trials");
    }

    /** Rolling log files. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** Secrets, where the operating system has no key store. */
    public Path keys() {
        return home.resolve("keys");
    }

    /** What a person chose in the settings. */
    public Path settings() {
        return home.resolve("settings.json");
    }

    /** The whole of practice mode, as a data folder of its own: practice data never mixes with a real trial. */
    public DataFolder practice() {
        return new DataFolder(home.resolve("practice"));
    }

    /** What the embedded receiver stores in practice mode. */
    public Path receiver() {
        return home.resolve("receiver");
    }

    /** Bytes that this user may still write here. */
    public long freeBytes() throws IOException {
        FileStore store = Files.getFileStore(home);
        return store.getUsableSpace();
    }

    /** Makes a folder and those above it where they are missing, each of them private. */
    private static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            make(above);
        }
        try {
            Files.createDirectory(folder);
            keepPrivate(folder);
        } catch (FileAlreadyExistsException made) {
            if (!Files.isDirectory(folder)) {
                throw made;
            }
        }
    }

    /** A folder that somebody has made for it, and that holds nothing else, is the program's own from now on. */
    private static boolean isBare(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** A data folder that was left open to others, as by a copy, is closed again. */
    private void closeToOthers() {
        try {
            keepPrivate(home);
        } catch (IOException noModes) {
            // A disk that knows no modes, as that of a USB stick.
            return;
        }
    }

    private static void keepPrivate(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
