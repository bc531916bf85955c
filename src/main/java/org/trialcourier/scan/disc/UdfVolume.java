// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.dicom.Blob;

/** The frame of a UDF volume (ECMA-167 part 3): its block size, partitions, and where its root folder is. */
final class UdfVolume {
    static final int ANCHOR = 2;
    static final int PARTITION = 5;
    static final int LOGICAL_VOLUME = 6;
    static final int TERMINATOR = 8;
    static final int FILE_SET = 256;

    private static final int[] BLOCK_SIZES = {2048, 512, 4096};
    private static final int MOST_DESCRIPTORS = 256;
    private static final int MOST_BLOCKS = 40_000;

    private final Blob image;
    private final Map<Integer, Long> starts = new HashMap<>();
    private final List<UdfPartition> partitions = new ArrayList<>();
    private int blockSize;

    UdfVolume(Blob image) throws IOException {
        this.image = image;
        Block anchor = anchor();
        Block volume;
        try {
            volume = descriptors(anchor.int32(20), anchor.int32(16));
        } catch (IOException damaged) {
            volume = descriptors(anchor.int32(28), anchor.int32(24));
        }
        readMaps(volume);
        root = root(volume);
    }

    /** Where a file's entry is: a block of a partition. */
    record Address(int partition, long block) {}

    private final Address root;

    Blob image() {
        return image;
    }

    int blockSize() {
        return blockSize;
    }

    Address root() {
        return root;
    }

    UdfPartition partition(int reference) throws IOException {
        if (reference >= partitions.size()) {
            throw new IOException("a partition that is not there");
        }
        return partitions.get(reference);
    }

    /** A block that must begin with a tag of one of these kinds (ECMA-167 3/7.2). */
    Block tagged(long position, int... kinds) throws IOException {
        Block block = Block.read(image, position, blockSize);
        if (!isTagged(block, kinds)) {
            throw new IOException("something else than what the image announces");
        }
        return block;
    }

    private static boolean isTagged(Block block, int... kinds) throws IOException {
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += i == 4 ? 0 : block.int8(i);
        }
        for (int kind : kinds) {
            if (block.int16(0) == kind && (sum & 0xFF) == block.int8(4)) {
                return true;
            }
        }
        return false;
    }

    private Block anchor() throws IOException {
        for (int size : BLOCK_SIZES) {
            long last = image.length() / size - 1;
            for (long block : new long[] {256, last, last - 256}) {
                blockSize = size;
                if (block >= 0 && (block + 1) * size <= image.length()) {
                    Block found = Block.read(image, block * size, size);
                    if (isTagged(found, ANCHOR)) {
                        return found;
                    }
                }
            }
        }
        throw new IOException("no list of files");
    }

    private Block descriptors(long block, long length) throws IOException {
        Block volume = null;
        for (int i = 0; i < Math.min(length / blockSize, MOST_DESCRIPTORS); i++) {
            Block descriptor = Block.read(image, (block + i) * blockSize, blockSize);
            switch (descriptor.int16(0)) {
                case PARTITION -> starts.put(descriptor.int16(22), descriptor.int32(188));
                case LOGICAL_VOLUME -> volume = descriptor;
                case TERMINATOR -> i = MOST_DESCRIPTORS;
                default -> {
                    // Of no use for finding files.
                }
            }
        }
        if (volume == null || starts.isEmpty()) {
            throw new IOException("no volume");
        }
        return volume;
    }

    /** The partition maps (ECMA-167 3/10.7, OSTA UDF 2.2.8 to 2.2.10). */
    private void readMaps(Block volume) throws IOException {
        int at = 440;
        for (long i = 0; i < volume.int32(268); i++) {
            boolean plain = volume.int8(at) == 1;
            Long start = starts.get(volume.int16(plain ? at + 4 : at + 38));
            if (start == null) {
                throw new IOException("a partition that is not there");
            }
            UdfPartition whole = UdfPartition.plain(start, blockSize);
            partitions.add(plain ? whole : special(volume, at, whole));
            at += volume.int8(at + 1);
        }
    }

    private UdfPartition special(Block volume, int at, UdfPartition whole) throws IOException {
        String kind = new String(volume.bytes(at + 5, 23), StandardCharsets.ISO_8859_1);
        if (kind.startsWith("*UDF Metadata Partition")) {
            UdfFile file;
            try {
                file = UdfFile.read(this, whole.position(volume.int32(at + 40)), whole);
            } catch (IOException damaged) {
                file = UdfFile.read(this, whole.position(volume.int32(at + 44)), whole);
            }
            return UdfPartition.within(file.content(), blockSize);
        }
        if (kind.startsWith("*UDF Sparable Partition")) {
            Block table = Block.read(image, volume.int32(at + 48) * blockSize, volume.int32(at + 44));
            return UdfPartition.spared(whole, table, volume.int16(at + 40), blockSize);
        }
        if (kind.startsWith("*UDF Virtual Partition")) {
            return UdfPartition.virtual(whole, lastTable(whole));
        }
        throw new IOException("a kind of partition that is not known");
    }

    /** The newest table of a disc written bit by bit is in the last block written. */
    private UdfFile lastTable(UdfPartition whole) throws IOException {
        long last = image.length() / blockSize - 1;
        for (long block = last; block > Math.max(0, last - MOST_BLOCKS); block--) {
            Block found = Block.read(image, block * blockSize, blockSize);
            if (isTagged(found, UdfFile.ENTRY, UdfFile.EXTENDED_ENTRY)) {
                UdfFile file = UdfFile.read(this, block * blockSize, whole);
                if (file.isVirtualTable()) {
                    return file;
                }
            }
        }
        throw new IOException("no table of a disc written bit by bit");
    }

    private Address root(Block volume) throws IOException {
        UdfPartition partition = partition(volume.int16(256));
        Block set = tagged(partition.position(volume.int32(252)), FILE_SET);
        return new Address(set.int16(408), set.int32(404));
    }
}
