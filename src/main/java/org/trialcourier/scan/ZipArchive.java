// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;
import org.trialcourier.problem.Phrase;

/**
 * The directory of a ZIP archive and where its entries are. Archives that are built to overwhelm are refused: such
 * with entries that overlap, that unpack to many times their size, or with too many of them.
 */
final class ZipArchive implements Container {
    private static final int MOST_ENTRIES = 5_000_000;
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    /** One entry; {@code trouble} says why it cannot be read, or is null. */
    record Item(
            String name,
            long header,
            long packed,
            long size,
            long crc,
            int method,
            @Nullable Phrase trouble) implements Container.Item {}

    private final Blob blob;
    private final List<Item> items;

    private ZipArchive(Blob blob, List<Item> items) {
        this.blob = blob;
        this.items = items;
    }

    /** Reads the directory of an archive. */
    static ZipArchive read(Blob blob) throws IOException {
        List<Item> items = new ArrayList<>();
        try (BlobChannel channel = new BlobChannel(blob);
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            long sum = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                sum += Math.max(0, entry.getCompressedSize());
                items.add(item(entry));
                if (items.size() > MOST_ENTRIES || sum > blob.length()) {
                    throw new IOException("an archive built to overwhelm");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a damaged archive", e);
        }
        return new ZipArchive(blob, List.copyOf(items));
    }

    private static Item item(ZipArchiveEntry entry) {
        Phrase trouble = null;
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            trouble = Phrase.of("left-out.password");
        } else if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            trouble = Phrase.of("left-out.packed-strangely");
        } else if (entry.getSize() > (256L << 20) && entry.getSize() / 400 > entry.getCompressedSize()) {
            trouble = Phrase.of("left-out.bomb");
        }
        return new Item(
                name(entry),
                entry.getLocalHeaderOffset(),
                entry.getCompressedSize(),
                entry.getSize(),
                entry.getCrc(),
                entry.getMethod(),
                trouble);
    }

    /** Names are UTF-8 where they can be, whatever the archive says, else of the character set of the first PCs. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(raw, OLD_NAMES);
        }
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public Blob entry(int index) throws IOException {
        if (index < 0 || index >= items.size()) {
            throw new IOException("the archive has changed");
        }
        Item item = items.get(index);
        if (item.trouble() != null) {
            throw new IOException(item.trouble().key());
        }
        return new EntryBlob(blob, item);
    }
}
