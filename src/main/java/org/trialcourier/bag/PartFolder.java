// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.DurableFiles;

/** The folder that the parts of one bag are written to. */
final class PartFolder {
    private static final String UNFINISHED = ".tmp";

    private final Path folder;

    PartFolder(Path folder) throws ProblemException {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Where a part is written until the bag is sealed. */
    Path unfinished(String fileName) {
        return folder.resolve(fileName + UNFINISHED);
    }

    /** Removes parts, finished or not. */
    void clear() throws ProblemException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "part-*.zip{,.tmp}")) {
            for (Path file : old) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Gives the parts their names, and has the disk keep them. */
    void publish(List<PartInfo> parts) throws ProblemException {
        try {
            for (PartInfo part : parts) {
                Files.move(
                        unfinished(part.fileName()), folder.resolve(part.fileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            DurableFiles.syncFolder(folder);
            Path parent = folder.getParent();
            if (parent != null) {
                DurableFiles.syncFolder(parent);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Stops before the disk is full. */
    void needRoom(long bytes) throws ProblemException {
        long free = free();
        if (free < bytes) {
            throw new ProblemException(new Problem.DiskFull(bytes, free));
        }
    }

    /** What it means that this folder could not be written to. */
    ProblemException trouble(IOException e) {
        long free = 0;
        boolean full = String.valueOf(e.getMessage()).contains("No space left")
                || String.valueOf(e.getMessage()).contains("not enough space");
        try {
            free = free();
        } catch (ProblemException unknown) {
            full = false;
        }
        // A file name of the spool holds a number only; the message of the system may hold a path.
        return new ProblemException(
                full || free < (1 << 20)
                        ? new Problem.DiskFull(BagWriter.RESERVE, free)
                        : new Problem.Unwritable(folder.toString(), e.getClass().getSimpleName()),
                e);
    }

    private long free() throws ProblemException {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(folder.toString(), e.getClass().getSimpleName()), e);
        }
    }
}
