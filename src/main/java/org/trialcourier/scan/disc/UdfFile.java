// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialcourier.scan.disc.Extents.Piece;

/** A file of a UDF volume: its kind and where its bytes are (ECMA-167 4/14.9 and 4/14.17). */
record UdfFile(int kind, Extents content) {
    static final int ENTRY = 261;
    static final int EXTENDED_ENTRY = 266;
    private static final int MORE_EXTENTS = 258;
    private static final int FOLDER = 4;
    private static final int OLD_VIRTUAL_TABLE = 0;
    private static final int VIRTUAL_TABLE = 248;
    private static final int MOST_EXTENTS = 1_000_000;
    private static final long LENGTH = 0x3FFF_FFFFL;

    /** Reads the entry at a byte of the image; its bytes are in the partition that it is in, or in those it names. */
    static UdfFile read(UdfVolume volume, long position, UdfPartition own) throws IOException {
        Block entry = volume.tagged(position, ENTRY, EXTENDED_ENTRY);
        boolean extended = entry.int16(0) == EXTENDED_ENTRY;
        long length = entry.int64(56);
        int lengths = extended ? 208 : 168;
        int from = lengths + 8 + (int) Math.min(entry.int32(lengths), entry.size());
        int count = (int) Math.min(entry.int32(lengths + 4), entry.size());
        int form = entry.int16(34) & 7;
        List<Piece> pieces = new ArrayList<>();
        if (form == 3) {
            pieces.add(new Piece(position + from, count));
        } else {
            new Walk(volume, own, form, pieces).walk(entry, from, count);
        }
        if (length < 0) {
            throw new IOException("a file of impossible length");
        }
        return new UdfFile(entry.int8(27), new Extents(volume.image(), pieces, length));
    }

    boolean isFolder() {
        return kind == FOLDER;
    }

    boolean isNewVirtualTable() {
        return kind == VIRTUAL_TABLE;
    }

    boolean isVirtualTable() throws IOException {
        if (kind != OLD_VIRTUAL_TABLE || content.length() < 36) {
            return isNewVirtualTable();
        }
        Block all = all();
        return Names.plain(all.bytes(all.size() - 35, 22)).equals("*UDF Virtual Alloc Tbl");
    }

    /** All its bytes; for lists only. */
    Block all() throws IOException {
        if (content.length() > 64 << 20) {
            throw new IOException("a list of files built to overwhelm");
        }
        try (var in = content.open(0)) {
            return new Block(in.readNBytes((int) content.length()));
        }
    }

    /** Goes through descriptors of extents, which may go on elsewhere. */
    private record Walk(UdfVolume volume, UdfPartition own, int form, List<Piece> pieces) {
        void walk(Block first, int start, int count) throws IOException {
            Block block = first;
            int at = start;
            int end = start + count;
            int size = form == 0 ? 8 : form == 1 ? 16 : 20;
            int place = form == 2 ? 12 : 4;
            while (at + size <= end && pieces.size() < MOST_EXTENTS) {
                long length = block.int32(at) & LENGTH;
                int type = (int) (block.int32(at) >>> 30);
                if (length == 0) {
                    return;
                }
                UdfPartition partition = form == 0 ? own : volume.partition(block.int16(at + place + 4));
                long position = type == 1 || type == 2 ? Piece.NOWHERE : partition.position(block.int32(at + place));
                if (type == 3) {
                    block = volume.tagged(position, MORE_EXTENTS);
                    at = 24;
                    end = 24 + (int) Math.min(block.int32(20), block.size());
                    pieces.add(new Piece(Piece.NOWHERE, 0));
                } else {
                    pieces.add(new Piece(position, length));
                    at += size;
                }
            }
        }
    }
}
