// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the optical discs that are in the drives now, on Windows, macOS and Linux. */
public final class Discs {
    private Discs() {}

    /** The folders under which discs are to be seen; none where there is no disc. May wait for a slow drive. */
    public static List<Path> mounted() {
        Set<Path> places = new LinkedHashSet<>();
        FileSystems.getDefault().getRootDirectories().forEach(places::add);
        for (String parent : List.of("/Volumes", "/media", "/run/media", "/mnt")) {
            for (Path place : below(Path.of(parent))) {
                places.add(place);
                places.addAll(below(place));
            }
        }
        return places.stream()
                .filter(Files::isDirectory)
                .filter(SlowMedium::holds)
                .toList();
    }

    private static List<Path> below(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
                all.forEach(found::add);
            } catch (IOException | java.nio.file.DirectoryIteratorException closed) {
                return found;
            }
        }
        return found;
    }
}
