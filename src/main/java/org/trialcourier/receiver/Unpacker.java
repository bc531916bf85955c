// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.trialcourier.work.DurableFiles;
import org.trialcourier.work.Sha256;

/**
 * Unpacks the parts of a bag into one folder and hashes each file while it is written. A name that could leave the
 * folder, a name that comes twice, or more bytes than announced end it.
 */
final class Unpacker {
    private static final Pattern SAFE_NAME =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final SortedMap<String, UnpackedFile> files = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();
    private long room;

    /** Unpacks into this empty folder, at most so many bytes. */
    Unpacker(Path folder, long maxBytes) {
        this.folder = folder;
        this.room = maxBytes;
    }

    /** A file that was unpacked: its size in bytes and its SHA-256 in hexadecimal. */
    record UnpackedFile(long size, String sha256) {}

    /** What makes a bag unacceptable; the message is a plain sentence. */
    static final class BadBagException extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        BadBagException(String message) {
            super(message);
        }
    }

    /** Adds a part. */
    void unpack(Path part) throws IOException, BadBagException {
        try (ZipFile zip = ZipFile.builder().setPath(part).get()) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    unpack(zip, entry);
                }
            }
        }
    }

    /** Everything unpacked so far, by path within the bag; it is on the disk itself when this returns. */
    SortedMap<String, UnpackedFile> finish() throws IOException {
        for (Path each : folders) {
            DurableFiles.syncFolder(each);
        }
        return files;
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException, BadBagException {
        String name = entry.getName();
        if (!SAFE_NAME.matcher(name).matches() || entry.isUnixSymlink()) {
            throw new BadBagException("A part holds a file name that is not allowed.");
        }
        if (files.containsKey(name)) {
            throw new BadBagException("The file " + name + " comes twice.");
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        folders.add(file.getParent());
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                room -= read;
                if (room < 0) {
                    throw new BadBagException("The parts hold more than was announced.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        files.put(name, new UnpackedFile(size, Sha256.hex(digest)));
    }
}
