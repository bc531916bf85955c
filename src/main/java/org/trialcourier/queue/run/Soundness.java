// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/**
 * Tells whether parts on disk still are what was sealed. A file is hashed once, and again where it looks changed or was
 * doubted. Safe for several threads.
 */
final class Soundness {
    private static final int BUFFER = 1 << 20;

    private final Map<Path, Look> sound = new ConcurrentHashMap<>();

    /** How a file looked when its content was known. */
    private record Look(
            String sha256,
            long size,
            FileTime modified,
            @Nullable Object key) {
        static Look at(SealedPart part) throws IOException {
            BasicFileAttributes now = Files.readAttributes(part.file(), BasicFileAttributes.class);
            return new Look(part.info().sha256(), now.size(), now.lastModifiedTime(), now.fileKey());
        }
    }

    /** This part was hashed while it was written just now. */
    void trust(SealedPart part) {
        try {
            sound.put(part.file(), Look.at(part));
        } catch (IOException gone) {
            doubt(part);
        }
    }

    /** Have this part hashed again, however it looks. */
    void doubt(SealedPart part) {
        sound.remove(part.file());
    }

    /** Whether the file holds what was sealed; one that cannot be read does not. */
    boolean holds(SealedPart part, Progress progress) throws InterruptedException {
        try {
            Look now = Look.at(part);
            if (now.equals(sound.get(part.file()))) {
                return true;
            }
            boolean same = now.size() == part.info().size()
                    && hash(part.file(), progress).equals(now.sha256());
            if (same) {
                sound.put(part.file(), now);
            }
            return same;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String hash(Path file, Progress progress) throws IOException, InterruptedException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                progress.check();
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hex(digest);
    }
}
