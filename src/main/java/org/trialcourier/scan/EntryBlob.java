// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.BlobStream;

/** An entry of a ZIP archive, unpacked anew each time it is read. Its length and checksum must hold. */
record EntryBlob(Blob archive, ZipArchive.Item item) implements Blob {
    private static final int LOCAL_HEADER = 30;

    @Override
    public long length() {
        return item.size();
    }

    @Override
    public InputStream open(long position) throws IOException {
        long start = dataStart();
        if (item.method() == ZipArchiveEntry.STORED && position > 0) {
            return new Packed(archive.open(start + position), Math.max(0, item.packed() - position));
        }
        InputStream packed = new Packed(archive.open(start), item.packed());
        InputStream unpacked = new Unpacked(packed, item);
        try {
            unpacked.skipNBytes(position);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    /** The local header has a name and extra fields of its own length. */
    private long dataStart() throws IOException {
        try (InputStream in = archive.open(item.header())) {
            byte[] header = in.readNBytes(LOCAL_HEADER);
            if (header.length < LOCAL_HEADER || header[0] != 'P' || header[1] != 'K' || header[2] != 3) {
                throw new IOException("the archive is damaged");
            }
            return item.header() + LOCAL_HEADER + number(header, 26) + number(header, 28);
        }
    }

    private static int number(byte[] header, int at) {
        return header[at] & 0xFF | (header[at + 1] & 0xFF) << 8;
    }

    /** The packed bytes of one entry and no more. */
    private static final class Packed extends BlobStream {
        private final InputStream in;
        private long left;

        Packed(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int got = in.read(buffer, from, (int) Math.min(count, left));
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** The unpacked bytes, held to the length and checksum that the directory names. */
    private static final class Unpacked extends BlobStream {
        private final Inflater inflater = new Inflater(true);
        private final InputStream in;
        private final CRC32 crc = new CRC32();
        private final ZipArchive.Item item;
        private long position;

        Unpacked(InputStream packed, ZipArchive.Item item) {
            this.in = item.method() == ZipArchiveEntry.STORED
                    ? packed
                    : new InflaterInputStream(packed, inflater, 16 << 10);
            this.item = item;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (position >= item.size()) {
                return -1;
            }
            int got = in.read(buffer, from, (int) Math.min(count, item.size() - position));
            if (got < 0) {
                throw new EOFException("an entry of the archive is cut short");
            }
            crc.update(buffer, from, got);
            position += got;
            if (position == item.size() && crc.getValue() != item.crc()) {
                throw new IOException("an entry of the archive is damaged");
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            in.close();
        }
    }
}
