// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.trialcourier.dicom.Blob;

/**
 * Where the bytes of a file are, so that they can be read again. Its name may hold the name of a patient: neither
 * {@link #display()} nor {@link #reference()} may be logged or stored in clear.
 */
public sealed interface Source {
    /** Opens the bytes, to be read as often as needed; fails where the file or archive is gone. */
    Blob open() throws IOException;

    /** The file on disk: the file itself, or the archive it is in. */
    Path path();

    /** The name to show: the path of the file, or of the archive with the names of the entries within. */
    String display();

    /** A text that {@link #of} turns into the source again, in another run of the program too. */
    String reference();

    /** The source that a {@link #reference()} names. */
    static Source of(String reference) {
        String[] part = reference.split("\\|", -1);
        Source source = new File(Path.of(URI.create(part[0])));
        for (int i = 1; i < part.length; i++) {
            source = new Entry(source, Integer.parseInt(part[i]), "");
        }
        return source;
    }

    /** A file in a folder. */
    record File(Path folder, Path name) implements Source {
        /** A file by its path. */
        public File(Path path) {
            this(parent(path), name(path));
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

        @Override
        public String reference() {
            return path().toAbsolutePath().toUri().toString();
        }

        private static Path parent(Path path) {
            Path parent = path.getParent();
            return parent == null ? Path.of("") : parent;
        }

        private static Path name(Path path) {
            Path name = path.getFileName();
            return name == null ? path : name;
        }

        @Override
        public String toString() {
            return "a file";
        }
    }

    /**
     * A file in a ZIP archive or in an image of a disc.
     *
     * @param container the archive, which may be an entry of another one
     * @param index its place in the container's list of files, which counts, because names need not be unique
     * @param name its name, for people
     */
    record Entry(Source container, int index, String name) implements Source {
        @Override
        public Blob open() throws IOException {
            return Container.of(container).entry(index);
        }

        @Override
        public Path path() {
            return container.path();
        }

        @Override
        public String display() {
            return container.display() + "!" + name;
        }

        @Override
        public String reference() {
            return container.reference() + "|" + index;
        }

        @Override
        public String toString() {
            return "an entry of an archive";
        }
    }

    /** A file of a slow medium, of which an encrypted copy was taken that lives as long as the program runs. */
    record Staged(Source original, Blob copy) implements Source {
        @Override
        public Blob open() {
            return copy;
        }

        @Override
        public Path path() {
            return original.path();
        }

        @Override
        public String display() {
            return original.display();
        }

        @Override
        public String reference() {
            return original.reference();
        }

        @Override
        public String toString() {
            return "a staged file";
        }
    }
}
