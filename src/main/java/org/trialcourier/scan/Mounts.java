// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is mounted on a computer, as its system tells. */
interface Mounts {
    /** Places where a disc may be: drive letters, and folders below those where systems mount discs. */
    List<Path> places();

    /** The name of the file system at a place, empty where nobody knows: {@code "UDF"}, {@code "iso9660"}. */
    String kind(Path place);

    /** This computer. Windows shows discs as drives, macOS in one folder, Linux below a folder per person or at once. */
    static Mounts ofThisComputer() {
        return new Mounts() {
            @Override
            public List<Path> places() {
                List<Path> places = new ArrayList<>();
                FileSystems.getDefault().getRootDirectories().forEach(places::add);
                for (String parent : List.of("/Volumes", "/media", "/run/media", "/mnt")) {
                    for (Path place : below(Path.of(parent))) {
                        places.add(place);
                        places.addAll(below(place));
                    }
                }
                return places;
            }

            @Override
            public String kind(Path place) {
                try {
                    return Files.isDirectory(place) ? Files.getFileStore(place).type() : "";
                } catch (IOException | RuntimeException noDisc) {
                    return "";
                }
            }
        };
    }

    private static List<Path> below(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
                all.forEach(found::add);
            } catch (IOException | DirectoryIteratorException closed) {
                return found;
            }
        }
        return found;
    }
}
