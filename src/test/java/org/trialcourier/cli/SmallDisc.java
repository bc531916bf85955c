// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.trialcourier.practice.PracticeDisc;

/** The practice disc with a few images of each series: all its cases, and a tenth of the pictures to look through. */
final class SmallDisc {
    private SmallDisc() {}

    /** Writes the disc, with at most so many images of a series. */
    static Path make(Path folder, LocalDate today, int images) throws IOException {
        PracticeDisc.make(folder, today);
        Files.delete(folder.resolve("DICOMDIR"));
        try (Stream<Path> found = Files.walk(folder.resolve("DICOM"))) {
            List<Path> series = found.filter(
                            each -> each.getFileName().toString().startsWith("SE"))
                    .toList();
            for (Path each : series) {
                keep(each, images);
            }
        }
        return folder;
    }

    private static void keep(Path series, int images) throws IOException {
        try (Stream<Path> files = Files.list(series)) {
            for (Path file : files.sorted().skip(images).toList()) {
                Files.delete(file);
            }
        }
    }
}
