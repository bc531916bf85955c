// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.DurableFiles;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/**
 * Parts into a folder on a share or a removable disk, for sites without a network. A part is written beside its place,
 * put on the disk, read back and compared by hash, and only then given its name. The submission's folder gets its final
 * name, {@code <submission id>}, when it is complete.
 */
final class FolderTransport implements Transport {
    private static final int BUFFER = 1 << 20;
    private static final String UNFINISHED = ".unfinished";
    private static final String ANNOUNCEMENT = "announcement.json";

    private final Path root;

    FolderTransport(Path root) {
        this.root = root;
    }

    @Override
    public void announce(Announcement announcement) throws ProblemException {
        checkThere();
        try {
            byte[] json = WireJson.writePretty(announcement);
            Path place = place(announcement);
            Path file = place.resolve(ANNOUNCEMENT);
            if (Files.exists(file)) {
                if (!WireJson.read(Files.readAllBytes(file), Announcement.class).equals(announcement)) {
                    throw new ProblemException(new Problem.PackageDiffers());
                }
                return;
            }
            Files.createDirectories(place);
            DurableFiles.replace(file, json);
            DurableFiles.syncFolder(root);
        } catch (IOException e) {
            throw unwritable(e, 0);
        }
    }

    private void checkThere() throws ProblemException {
        if (!Files.isDirectory(root)) {
            throw new ProblemException(new Problem.Offline(root.toString(), Problem.Offline.NO_FOLDER));
        }
    }

    @Override
    public void send(Announcement announcement, SealedPart part, UploadMemory memory, Progress progress)
            throws ProblemException, InterruptedException {
        PartInfo info = part.info();
        Path target = place(announcement).resolve(info.fileName());
        long counted = 0;
        try {
            if (holds(target, info, progress)) {
                progress.addBytes(info.size());
                return;
            }
            Path fresh = target.resolveSibling(info.fileName() + UNFINISHED);
            counted = copy(part, fresh, progress);
            if (!holds(fresh, info, progress)) {
                throw new IOException("what was written reads back differently");
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.syncFolder(Objects.requireNonNull(target.getParent()));
            counted = 0;
        } catch (IOException e) {
            throw unwritable(e, info.size());
        } finally {
            progress.addBytes(-counted);
        }
    }

    @Override
    public Verdict finish(Announcement announcement) throws ProblemException, InterruptedException {
        checkThere();
        Path done = root.resolve(announcement.submission().toString());
        List<Integer> missing = new ArrayList<>();
        try {
            for (PartInfo part : announcement.parts()) {
                Path file = place(announcement).resolve(part.fileName());
                if (!Files.exists(file) || Files.size(file) != part.size()) {
                    missing.add(part.number());
                }
            }
            if (!missing.isEmpty()) {
                return new Verdict.Missing(missing);
            }
            if (!Files.exists(done)) {
                Files.move(unfinished(announcement), done, StandardCopyOption.ATOMIC_MOVE);
                DurableFiles.syncFolder(root);
            }
        } catch (IOException e) {
            throw unwritable(e, 0);
        }
        return new Verdict.StoredUnverified(TusTransport.UNVERIFIED);
    }

    @Override
    public void discard(Announcement announcement, UploadMemory memory) throws ProblemException {
        Path place = unfinished(announcement);
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(place);
        } catch (IOException e) {
            throw unwritable(e, 0);
        }
    }

    @Override
    public void close() {
        // nothing is open between calls
    }

    private Path place(Announcement announcement) {
        Path done = root.resolve(announcement.submission().toString());
        return Files.isDirectory(done) ? done : unfinished(announcement);
    }

    private Path unfinished(Announcement announcement) {
        return root.resolve(announcement.submission() + UNFINISHED);
    }

    /** Copies and puts it on the disk; what is taken back where that fails. */
    private static long copy(SealedPart part, Path fresh, Progress progress) throws IOException, InterruptedException {
        long counted = 0;
        try (FileChannel from = FileChannel.open(part.file(), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            while (from.read(buffer) >= 0) {
                progress.check();
                buffer.flip();
                while (buffer.hasRemaining()) {
                    int written = to.write(buffer);
                    counted += written;
                    progress.addBytes(written);
                }
                buffer.clear();
            }
            to.force(true);
            return counted;
        } catch (IOException | InterruptedException e) {
            progress.addBytes(-counted);
            throw e;
        }
    }

    private static boolean holds(Path file, PartInfo info, Progress progress) throws IOException, InterruptedException {
        if (!Files.exists(file) || Files.size(file) != info.size()) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                progress.check();
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hex(digest).equals(info.sha256());
    }

    /** A disk that is full is said to be full; a disk that is gone is waited for. */
    private ProblemException unwritable(IOException failure, long needed) {
        if (!Files.isDirectory(root)) {
            return new ProblemException(new Problem.Offline(root.toString(), Problem.Offline.NO_FOLDER), failure);
        }
        try {
            FileStore store = Files.getFileStore(root);
            if (store.getUsableSpace() < needed) {
                return new ProblemException(new Problem.DiskFull(needed, store.getUsableSpace()), failure);
            }
        } catch (IOException unknown) {
            failure.addSuppressed(unknown);
        }
        return new ProblemException(
                new Problem.Unwritable(root.toString(), failure.getClass().getSimpleName()), failure);
    }
}
