// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.DurableFiles;

/**
 * Uploads on disk: for each a folder with {@code info.json} and {@code bytes}. The offset is the size of the file, so a
 * receiver that was killed in the middle of a chunk goes on with what had been written. Safe for several threads, one
 * writer for each upload.
 */
final class UploadFolder {
    private static final String INFO = "info.json";
    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final Map<String, StoredUpload> uploads = new ConcurrentHashMap<>();

    /** Opens the folder and reads what is there. */
    UploadFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Path info = entry.resolve(INFO);
                if (Files.exists(info)) {
                    StoredUpload upload = WireJson.read(Files.readAllBytes(info), StoredUpload.class);
                    uploads.put(upload.id(), upload);
                }
            }
        }
    }

    /** Makes a place for an upload; it is on disk when this returns. */
    StoredUpload create(long length, String metadata) throws IOException {
        StoredUpload upload = new StoredUpload(UUID.randomUUID().toString(), length, metadata);
        Path place = Files.createDirectory(folder.resolve(upload.id()));
        Files.createFile(bytes(upload));
        DurableFiles.replace(place.resolve(INFO), WireJson.write(upload));
        DurableFiles.syncFolder(folder);
        uploads.put(upload.id(), upload);
        return upload;
    }

    Optional<StoredUpload> find(String id) {
        return Optional.ofNullable(uploads.get(id));
    }

    /** Uploads of a submission's part, whole or not. */
    List<StoredUpload> of(UUID submission, int part) {
        return uploads.values().stream()
                .filter(upload -> upload.part() == part)
                .filter(upload -> upload.submission().filter(submission::equals).isPresent())
                .toList();
    }

    /** All uploads of a submission. */
    List<StoredUpload> of(UUID submission) {
        return uploads.values().stream()
                .filter(upload -> upload.submission().filter(submission::equals).isPresent())
                .toList();
    }

    /** Bytes that are there. */
    long offset(StoredUpload upload) {
        try {
            return Files.size(bytes(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bytes lie. */
    Path bytes(StoredUpload upload) {
        return folder.resolve(upload.id()).resolve("bytes");
    }

    /**
     * Appends what comes, up to the announced length. What came before an error stays.
     *
     * @return the new offset; those bytes are on the disk
     */
    long append(StoredUpload upload, InputStream in) throws IOException {
        try (FileChannel channel =
                FileChannel.open(bytes(upload), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER];
            long room = upload.length() - channel.size();
            int read = 0;
            while (room > 0 && read >= 0) {
                read = in.read(buffer, 0, (int) Math.min(buffer.length, room));
                if (read > 0) {
                    write(channel, ByteBuffer.wrap(buffer, 0, read));
                    room -= read;
                }
            }
            channel.force(true);
            return channel.size();
        }
    }

    /** Takes back the last bytes. */
    void cut(StoredUpload upload, long count) throws IOException {
        try (FileChannel channel = FileChannel.open(bytes(upload), StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - count));
            channel.force(true);
        }
    }

    /** Removes an upload. */
    void remove(StoredUpload upload) throws IOException {
        uploads.remove(upload.id());
        Path place = folder.resolve(upload.id());
        Files.deleteIfExists(place.resolve(INFO));
        Files.deleteIfExists(bytes(upload));
        Files.deleteIfExists(place);
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
