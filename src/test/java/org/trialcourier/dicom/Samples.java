// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of sample files beside the project, where there is one. */
public final class Samples {
    private static final Path FOLDER = Path.of("../shared/data/dicom");

    private Samples() {}

    /** All files of the folder, in order; none where it is absent. */
    public static List<Path> files() {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder itself. */
    public static Path folder() {
        return FOLDER;
    }
}
