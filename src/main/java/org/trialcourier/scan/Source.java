// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trialcourier.dicom.Blob;

/** Where the bytes of a file are, so that they can be read again. Its name may hold the name of a patient. */
public sealed interface Source {
    /** Opens the bytes, to be read as often as needed; fails where the file or archive is gone. */
    Blob open() throws IOException;

    /** The file on disk: the file itself, or the archive it is in. */
    Path path();

    /** The name to show: the path of the file, or of the archive with the names of the entries within. */
    String display();

    /** A file in a folder. */
    record File(Path folder, Path name) implements Source {
        /** A file by its path. */
        public File(Path path) {
            this(parent(path), path.getFileName() == null ? path : path.getFileName());
        }

        @Override
        public Blob open() throws IOException {
            return Blob.of(path());
        }

        @Override
        public Path path() {
            return folder.resolve(name);
        }

        @Override
        public String display() {
            return path().toString();
        }

        private static Path parent(Path path) {
            Path parent = path.getParent();
            return parent == null ? Path.of("") : parent;
        }

        @Override
        public String toString() {
            return "a file";
        }
    }

    /**
     * An entry of an archive.
     *
     * @param archive the archive on disk
     * @param names the name of the entry; before it, outermost first, those of the archives it is nested in
     * @param indexes the places of these entries in their archives' directories, which names need not be unique in
     */
    record Entry(Path archive, List<String> names, List<Integer> indexes) implements Source {
        public Entry {
            names = List.copyOf(names);
            indexes = List.copyOf(indexes);
        }

        @Override
        public Blob open() throws IOException {
            throw new IOException("archives cannot be read yet");
        }

        @Override
        public Path path() {
            return archive;
        }

        @Override
        public String display() {
            return archive + "!" + String.join("!", names);
        }

        @Override
        public String toString() {
            return "an entry of an archive";
        }
    }
}
