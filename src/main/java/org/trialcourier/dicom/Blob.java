// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Bytes that can be read again at any time without being held in memory: a file, an entry of an archive, an array.
 * Large values of a data set refer to one.
 */
public interface Blob {
    /** How many bytes there are, or -1 where only reading to the end tells. */
    long length();

    /**
     * Opens the bytes from a position to the end. The stream is read sequentially and its {@code skip} is cheap where
     * the medium allows it.
     *
     * @throws IOException when the bytes are gone or cannot be read
     */
    InputStream open(long position) throws IOException;

    /** The file itself where these bytes are a whole file, so that they can be copied by the operating system. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** A whole file. */
    static Blob of(Path file) throws IOException {
        return new FileBlob(file);
    }

    /** An array, which must not be changed afterwards. */
    static Blob of(byte[] data) {
        return new MemoryBlob(data);
    }
}
