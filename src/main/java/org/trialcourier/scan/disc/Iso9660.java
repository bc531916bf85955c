// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;

/** The files of an ISO 9660 image (ECMA-119), by their long names where it has some. */
final class Iso9660 {
    private static final int SECTOR = 2048;
    private static final int ROOT = 156;
    private static final int MOST_ITEMS = 5_000_000;
    private static final int DIRECTORY = 2;
    private static final int GOES_ON = 0x80;

    private final Blob image;
    private final List<DiscImage.Item> items = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private boolean joliet;
    private RockRidge rockRidge = RockRidge.NONE;

    private record Folder(String path, long position, long length) {}

    Iso9660(Blob image) {
        this.image = image;
    }

    List<DiscImage.Item> items() throws IOException {
        Block primary = null;
        Block second = null;
        for (int sector = 16; (sector + 1L) * SECTOR <= image.length(); sector++) {
            Block descriptor = Block.read(image, (long) sector * SECTOR, SECTOR);
            String mark = new String(descriptor.bytes(1, 5), StandardCharsets.ISO_8859_1);
            if (!mark.equals("CD001") || descriptor.int8(0) == 255) {
                break;
            }
            primary = primary == null && descriptor.int8(0) == 1 ? descriptor : primary;
            second = descriptor.int8(0) == 2 && isJoliet(descriptor) ? descriptor : second;
        }
        if (primary == null) {
            throw new IOException("no list of files");
        }
        rockRidge = RockRidge.of(image, position(primary, ROOT));
        joliet = second != null && rockRidge == RockRidge.NONE;
        Block root = joliet && second != null ? second : primary;
        push("", position(root, ROOT), root.int32(ROOT + 10));
        while (!folders.isEmpty()) {
            Folder folder = folders.pop();
            try {
                list(folder);
            } catch (IOException damaged) {
                items.add(new DiscImage.Item(folder.path(), Blob.of(new byte[0]), false));
            }
        }
        if (items.size() >= MOST_ITEMS) {
            throw new IOException("an image built to overwhelm");
        }
        return items;
    }

    private static boolean isJoliet(Block descriptor) throws IOException {
        return new String(descriptor.bytes(88, 3), StandardCharsets.ISO_8859_1).matches("%/[@CE]");
    }

    private void push(String path, long position, long length) {
        if (seen.add(position)) {
            folders.push(new Folder(path, position, length));
        }
    }

    /** Records never cross a sector; the rest of a sector is zero. */
    private void list(Folder folder) throws IOException {
        Block list = Block.read(image, folder.position(), folder.length());
        List<Extents.Piece> pieces = new ArrayList<>();
        for (int at = 0; at < list.size(); ) {
            int length = list.int8(at);
            if (length == 0) {
                at = (at / SECTOR + 1) * SECTOR;
                continue;
            }
            Block entry = new Block(list.bytes(at, length));
            at += length;
            int flags = entry.int8(25);
            byte[] shortName = entry.bytes(33, entry.int8(32));
            if (shortName.length == 1 && shortName[0] <= 1) {
                continue;
            }
            RockRidge.Extras extras = rockRidge.extras(entry);
            String path = folder.path() + name(shortName, extras.name());
            if (extras.movedTo() >= 0) {
                long moved = extras.movedTo() * SECTOR;
                push(path + "/", moved, Block.read(image, moved, SECTOR).int32(10));
            } else if ((flags & DIRECTORY) != 0) {
                if (!extras.moved()) {
                    push(path + "/", position(entry, 0), entry.int32(10));
                }
            } else {
                pieces.add(new Extents.Piece(position(entry, 0), entry.int32(10)));
                if ((flags & GOES_ON) == 0) {
                    if (!extras.link()) {
                        add(path, pieces);
                    }
                    pieces.clear();
                }
            }
        }
    }

    private String name(byte[] shortName, @Nullable String longName) {
        if (longName != null) {
            return longName;
        }
        return Names.withoutVersion(joliet ? Names.joliet(shortName) : Names.plain(shortName));
    }

    private void add(String path, List<Extents.Piece> pieces) {
        if (items.size() == MOST_ITEMS) {
            return;
        }
        long length = pieces.stream().mapToLong(Extents.Piece::length).sum();
        Extents content = new Extents(image, pieces, length);
        items.add(new DiscImage.Item(path, content, content.isThere()));
    }

    /** Where what a record names begins, after its extended attributes. */
    private static long position(Block record, int at) throws IOException {
        return (record.int32(at + 2) + record.int8(at + 1)) * SECTOR;
    }
}
