// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.trialcourier.work.Progress;

/** A short look at a disc just inserted: whether anything on it may be images. A scan of a whole disc takes minutes. */
public final class DiscGlance {
    private static final int MOST_FILES = 500;
    private static final int LONGEST_START = 132;
    private static final int MARK = 128;

    private DiscGlance() {}

    /**
     * Whether a disc may hold images. What cannot be read, and a disc with more files than a short look can take in, may:
     * only a disc of which all was seen is said to hold none.
     */
    public static boolean mayHoldImages(Path disc, Progress progress) throws InterruptedException {
        try (Stream<Path> files = Files.walk(disc)) {
            int seen = 0;
            for (Iterator<Path> each = files.iterator(); each.hasNext(); seen++) {
                progress.check();
                if (seen == MOST_FILES || mayBeImage(each.next())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException unreadable) {
            return true;
        }
    }

    private static boolean mayBeImage(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
        if (name.equals("DICOMDIR") || name.endsWith(".ISO") || name.endsWith(".IMG")) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LONGEST_START);
            return isMarked(start) || isZip(start) || isBareDataSet(start);
        }
    }

    private static boolean isMarked(byte[] start) {
        return has(start, MARK, 'D', 'I', 'C', 'M');
    }

    private static boolean isZip(byte[] start) {
        return has(start, 0, 'P', 'K', 3, 4);
    }

    /** Starts with an attribute of group 2 or 8, as files do that were written without a preamble. */
    private static boolean isBareDataSet(byte[] start) {
        return has(start, 0, 8, 0) && start.length > 4 && start[3] == 0
                || has(start, 0, 2, 0, 0, 0)
                || has(start, 0, 0, 8, 0);
    }

    private static boolean has(byte[] start, int at, int... wanted) {
        if (start.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (start[at + i] != (byte) wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
