// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trialcourier.dicom.Blob;
import org.trialcourier.scan.disc.UdfVolume.Address;

/** The files of a UDF image, by walking through its folders (ECMA-167 4/14.4). */
final class UdfTree {
    private static final int NAME = 257;
    private static final int DELETED_OR_PARENT = 4 | 8;
    private static final int MOST_ITEMS = 5_000_000;
    private static final int SYMBOLIC_LINK = 12;

    private final UdfVolume volume;
    private final List<DiscImage.Item> items = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Set<Address> seen = new HashSet<>();

    private record Folder(String path, UdfFile file) {}

    UdfTree(Blob image) throws IOException {
        this.volume = new UdfVolume(image);
    }

    List<DiscImage.Item> items() throws IOException {
        look("", volume.root());
        while (!folders.isEmpty()) {
            Folder folder = folders.pop();
            try {
                list(folder);
            } catch (IOException damaged) {
                items.add(new DiscImage.Item(folder.path(), Blob.of(new byte[0]), false));
            }
            if (items.size() > MOST_ITEMS) {
                throw new IOException("an image built to overwhelm");
            }
        }
        return items;
    }

    private void list(Folder folder) throws IOException {
        Block list = folder.file().all();
        for (int at = 0; at + 38 <= list.size(); ) {
            if (list.int16(at) != NAME) {
                throw new IOException("a list of files that is broken");
            }
            int nameLength = list.int8(at + 19);
            int between = list.int16(at + 36);
            if ((list.int8(at + 18) & DELETED_OR_PARENT) == 0) {
                String name = Names.udf(list.bytes(at + 38 + between, nameLength));
                look(folder.path() + name, new Address(list.int16(at + 28), list.int32(at + 24)));
            }
            at += (38 + between + nameLength + 3) / 4 * 4;
        }
    }

    /** Adds a file or folder; one whose entry is damaged is in the list all the same. */
    private void look(String path, Address address) {
        try {
            UdfPartition partition = volume.partition(address.partition());
            UdfFile file = UdfFile.read(volume, partition.position(address.block()), partition);
            if (!file.isFolder()) {
                if (file.kind() != SYMBOLIC_LINK) {
                    items.add(new DiscImage.Item(
                            path, file.content(), file.content().isThere()));
                }
            } else if (seen.add(address)) {
                folders.push(new Folder(path.isEmpty() ? "" : path + "/", file));
            }
        } catch (IOException damaged) {
            items.add(new DiscImage.Item(path, Blob.of(new byte[0]), false));
        }
    }
}
