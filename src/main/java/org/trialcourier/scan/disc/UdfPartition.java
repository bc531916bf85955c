// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where the blocks of a partition are in the image. */
interface UdfPartition {
    /** The byte at which a block begins. */
    long position(long block) throws IOException;

    static UdfPartition plain(long start, int blockSize) {
        return block -> (start + block) * blockSize;
    }

    /** A partition within a file, as newer discs have for lists of files (OSTA UDF 2.2.10). */
    static UdfPartition within(Extents file, int blockSize) {
        return block -> {
            long left = block * blockSize;
            for (Extents.Piece piece : file.pieces()) {
                if (left < piece.length() && piece.position() != Extents.Piece.NOWHERE) {
                    return piece.position() + left;
                }
                left -= piece.length();
            }
            throw new IOException("a block beyond its partition");
        };
    }

    /** A partition with places that replace bad ones, packet by packet (OSTA UDF 2.2.9, 2.2.12). */
    static UdfPartition spared(UdfPartition whole, Block table, int packet, int blockSize) throws IOException {
        Map<Long, Long> replaced = new HashMap<>();
        int count = table.int16(48);
        for (int i = 0; i < count && packet > 0; i++) {
            long original = table.int32(56 + 8 * i);
            if (original < 0xFFFF_FFF0L) {
                replaced.put(original / packet, table.int32(60 + 8 * i));
            }
        }
        return block -> {
            Long other = packet > 0 ? replaced.get(block / packet) : null;
            return other == null ? whole.position(block) : (other + block % packet) * blockSize;
        };
    }

    /** A partition whose blocks are numbered by a table, for discs that can be written once (OSTA UDF 2.2.8, 2.2.11). */
    static UdfPartition virtual(UdfPartition whole, UdfFile table) throws IOException {
        Block numbers = table.all();
        boolean newer = table.isNewVirtualTable();
        int first = newer ? numbers.int16(0) : 0;
        int end = newer ? numbers.size() : numbers.size() - 36;
        return block -> {
            long at = first + 4 * block;
            return whole.position(at + 4 <= end ? numbers.int32((int) at) : block);
        };
    }
}
