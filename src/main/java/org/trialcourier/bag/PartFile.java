// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Sha256;

/** One ZIP part while it is written: fixed times, no extra fields, entries in the order they come. */
final class PartFile {
    /** The first time a ZIP can name; without a zone, so that it is the same everywhere. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PartFolder folder;
    private final int number;
    private final Path file;
    private final FileChannel channel;
    private final ZipArchiveOutputStream zip;
    private long payload;

    PartFile(PartFolder folder, int number) throws ProblemException {
        this.folder = folder;
        this.number = number;
        file = folder.unfinished(BagLayout.partName(number));
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            zip = new ZipArchiveOutputStream(channel);
        } catch (IOException e) {
            throw folder.trouble(e);
        }
        zip.setUseZip64(Zip64Mode.AsNeeded);
    }

    /** Payload bytes so far. */
    long payload() {
        return payload;
    }

    /** Writes an entry and gives its SHA-256. */
    String add(String path, long size, int level, Content content) throws IOException, ProblemException {
        EntryStream out = new EntryStream(path, size, level);
        String hash;
        try {
            content.writeTo(out);
            hash = out.finish();
        } catch (PartTrouble e) {
            throw folder.trouble(e.disk());
        }
        payload += size;
        return hash;
    }

    /** Ends the part, has the disk keep it, and reads it back for its hash. */
    PartInfo finish() throws ProblemException {
        try {
            zip.finish();
            channel.force(true);
            zip.close();
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[1 << 18];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            }
            return new PartInfo(number, BagLayout.partName(number), Files.size(file), Sha256.hex(digest));
        } catch (IOException e) {
            throw folder.trouble(e);
        }
    }

    /** Closes the file as it is. */
    void abandon() throws ProblemException {
        try {
            channel.close();
        } catch (IOException e) {
            throw folder.trouble(e);
        }
    }

    /**
     * Takes the bytes of one entry. It holds back the first ones, so that the probe can choose how to pack them before
     * the entry begins. Trouble of the disk passes through the content as {@link PartTrouble}.
     */
    private final class EntryStream extends OutputStream {
        private final MessageDigest digest = Sha256.digest();
        private final String path;
        private final long size;
        private final int level;
        private final byte[] head;
        private int held;
        private long written;
        private boolean begun;

        EntryStream(String path, long size, int level) {
            this.path = path;
            this.size = size;
            this.level = level;
            head = new byte[level == 0 ? 0 : (int) Math.min(size, Probe.LENGTH)];
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            written += length;
            if (written > size) {
                throw new IOException("longer than its " + size + " bytes");
            }
            digest.update(data, offset, length);
            int taken = Math.min(length, head.length - held);
            System.arraycopy(data, offset, head, held, taken);
            held += taken;
            if (held == head.length) {
                begin();
                out(data, offset + taken, length - taken);
            }
        }

        String finish() throws IOException {
            if (written != size) {
                throw new IOException(written + " instead of " + size + " bytes");
            }
            begin();
            try {
                zip.closeArchiveEntry();
            } catch (IOException e) {
                throw new PartTrouble(e);
            }
            return Sha256.hex(digest);
        }

        private void begin() throws IOException {
            if (begun) {
                return;
            }
            begun = true;
            ZipArchiveEntry entry = new ZipArchiveEntry(path);
            entry.setTimeLocal(TIME);
            entry.setSize(size);
            if (level > 0 && Probe.shrinks(head)) {
                entry.setMethod(ZipEntry.DEFLATED);
                zip.setLevel(level);
            } else {
                entry.setMethod(ZipEntry.STORED);
            }
            try {
                zip.putArchiveEntry(entry);
            } catch (IOException e) {
                throw new PartTrouble(e);
            }
            out(head, 0, head.length);
        }

        private void out(byte[] data, int offset, int length) throws IOException {
            try {
                zip.write(data, offset, length);
            } catch (IOException e) {
                throw new PartTrouble(e);
            }
        }
    }
}
