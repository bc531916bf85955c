// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file as a {@link Blob}. Its length is that of the moment it was first looked at. */
record FileBlob(Path path, long length) implements Blob {
    FileBlob(Path path) throws IOException {
        this(path, Files.size(path));
    }

    @Override
    public InputStream open(long position) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            channel.position(position);
            return Channels.newInputStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }
}
