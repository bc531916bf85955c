// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders: listing in a fixed order, copying, emptying, one time for all. */
final class Folders {
    private Folders() {}

    /** Everything below a folder, the folder itself first, in the same order on every computer. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
                    .toList();
        }
    }

    /** Jars of a folder, by name. */
    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Removes what is in a folder, and makes it where it is missing. */
    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : all(folder).reversed()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(folder);
    }

    /** Copies a folder with everything in it: links stay links, modes and times stay. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : all(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Gives every file and folder the same time. */
    static void date(Path folder, FileTime time) throws IOException {
        for (Path file : all(folder).reversed()) {
            Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(time, null, null);
        }
    }
}
