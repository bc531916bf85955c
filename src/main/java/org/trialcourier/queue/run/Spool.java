// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Lease;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.WireJson;

/** The folder with one folder of parts a submission. Its names are ids and numbers. */
final class Spool {
    /** Free bytes that stay on the disk for the queue itself. */
    static final long RESERVE = 64L << 20;

    private static final String ANNOUNCEMENT = "announcement.json";

    private final Path root;
    private final Supplier<LineRules> rules;
    private final Soundness soundness = new Soundness();

    Spool(Path root, Supplier<LineRules> rules) {
        this.root = root;
        this.rules = rules;
    }

    Path folder(UUID id) {
        return root.resolve(id.toString());
    }

    /** The right to work on a submission alone, or nothing where another runner has it. */
    Optional<Lease> lease(UUID id) throws ProblemException {
        return Lease.tryTake(root.resolve("locks").resolve(id + ".lock"));
    }

    /** Writes down beside the parts what they are, so that they can be found again without the database. */
    void keep(Announcement announcement) throws ProblemException {
        Path folder = folder(announcement.submission());
        Path fresh = folder.resolve(ANNOUNCEMENT + ".tmp");
        try {
            // Not a FileChannel: that one closes when its thread is interrupted.
            try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
                out.write(WireJson.writePretty(announcement));
                out.getFD().sync();
            }
            Files.move(
                    fresh,
                    folder.resolve(ANNOUNCEMENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** The part on disk, or nothing where it is not there in its full length. */
    Optional<SealedPart> part(UUID id, PartInfo info) {
        Path file = folder(id).resolve(info.fileName());
        try {
            return Files.size(file) == info.size() ? Optional.of(new SealedPart(info, file)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Whether a part is there in its full length. */
    boolean holds(UUID id, int number, long size) {
        try {
            return Files.size(folder(id).resolve(BagLayout.partName(number))) == size;
        } catch (IOException gone) {
            return false;
        }
    }

    /** What tells whether a part that is there still holds what was sealed. */
    Soundness soundness() {
        return soundness;
    }

    /** Removes a part that is of no use. */
    void discard(SealedPart part) throws ProblemException {
        try {
            Files.deleteIfExists(part.file());
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Removes the parts of a submission; what is gone already is no error. */
    void removeParts(UUID id) throws ProblemException {
        removeFiles(folder(id), "part-*");
    }

    /** Removes all there is of a submission. */
    void remove(UUID id) throws ProblemException {
        removeFiles(folder(id), "*");
        try {
            Files.deleteIfExists(folder(id));
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private void removeFiles(Path folder, String names) throws ProblemException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw trouble(e);
            }
        }
    }

    /** Announcements of submissions whose parts lie here whole. */
    List<Announcement> found() throws ProblemException {
        List<Announcement> found = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(root)) {
            for (Path folder : notes) {
                Path note = folder.resolve(ANNOUNCEMENT);
                if (Files.isRegularFile(note)) {
                    readable(note)
                            .filter(a -> a.submission().toString().equals(String.valueOf(folder.getFileName())))
                            .filter(a -> a.parts().stream()
                                    .allMatch(p -> part(a.submission(), p).isPresent()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw trouble(e);
        }
        return found;
    }

    /** Stops before the disk, or the part of it that is allowed, is full. */
    void needRoom(long bytes) throws ProblemException {
        long room = room();
        if (room < bytes) {
            long free = free();
            throw new ProblemException(
                    room + RESERVE < free
                            ? new Problem.DiskFull(bytes, room)
                            : new Problem.DiskFull(bytes + RESERVE, free));
        }
    }

    /** Bytes of parts that may still be written. */
    long room() throws ProblemException {
        long free = Math.max(0, free() - RESERVE);
        long limit = rules.get().spoolLimit();
        return limit > 0 ? Math.min(free, Math.max(0, limit - used())) : free;
    }

    private long used() throws ProblemException {
        long used = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                used += Files.size(file);
            }
            return used;
        } catch (IOException | UncheckedIOException changed) {
            // Somebody else tidied at this moment: looked at again with the next attempt.
            return used;
        }
    }

    private long free() throws ProblemException {
        try {
            Files.createDirectories(root);
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(root.toString(), e.getClass().getSimpleName()), e);
        }
    }

    private static Optional<Announcement> readable(Path note) throws IOException {
        try {
            return Optional.of(WireJson.read(Files.readAllBytes(note), Announcement.class));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private ProblemException trouble(IOException e) throws ProblemException {
        long free = free();
        return new ProblemException(
                free < RESERVE
                        ? new Problem.DiskFull(RESERVE, free)
                        : new Problem.Unwritable(root.toString(), e.getClass().getSimpleName()),
                e);
    }
}
