// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * The right to work on something alone: a lock on a file, which the operating system gives back when the process ends,
 * however it ends. The file itself stays.
 */
public final class Lease implements AutoCloseable {
    // Closing any channel of a file gives back all locks that this process has on it (POSIX), so one that is held here
    // must not be opened again.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lease, or nothing where someone else has it. */
    public static Optional<Lease> tryTake(Path path) throws ProblemException {
        Path file = path.toAbsolutePath().normalize();
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Lease lease = null;
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            lease = new Lease(file, channel);
            return Optional.of(lease);
        } catch (IOException e) {
            throw new ProblemException(new Problem.StoreUnwritable(String.valueOf(file.getParent()), why(e)), e);
        } finally {
            if (lease == null) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static String why(IOException e) {
        String reason = e instanceof FileSystemException of ? of.getReason() : null;
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Waits for the lease; for short work only. */
    static Lease take(Path file) throws ProblemException {
        boolean interrupted = false;
        try {
            while (true) {
                Optional<Lease> lease = tryTake(file);
                if (lease.isPresent()) {
                    return lease.get();
                }
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The file that is locked. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws ProblemException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(
                            String.valueOf(file.getFileName()), e.getClass().getSimpleName()),
                    e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
