// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.trialcourier.work.Progress;

/** Discs: recognised by their file systems, read once and in one pass, so that they can be ejected afterwards. */
final class SlowMedium {
    private static final Set<String> DISCS = Set.of("iso9660", "udf", "cdfs", "cd9660", "cddafs");
    private static final int ATTEMPTS = 3;
    private static final Object ONE_AT_A_TIME = new Object();

    private SlowMedium() {}

    /** Whether a path is on an optical disc. */
    static boolean holds(Path path) {
        try {
            return isDisc(Files.getFileStore(path).type());
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    /** Whether a file system of this name is one of discs. */
    static boolean isDisc(String fileSystem) {
        return DISCS.contains(fileSystem.toLowerCase(Locale.ROOT));
    }

    /**
     * Copies a file of a disc to the stage. Where a part cannot be read it is tried again.
     *
     * @throws IOException when it still cannot be read
     */
    static Source stage(Source file, Progress progress) throws IOException, InterruptedException {
        synchronized (ONE_AT_A_TIME) {
            for (int attempt = 1; ; attempt++) {
                progress.check();
                try (InputStream in = file.open().open(0)) {
                    return new Source.Staged(file, Stage.shared().keep(in));
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }
}
