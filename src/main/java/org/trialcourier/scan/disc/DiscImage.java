// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trialcourier.dicom.Blob;

/**
 * An image of a disc, recognised by what stands in it, whatever its name: ISO 9660 with the long names of Rock Ridge and
 * Joliet, or UDF. Nothing is read but lists of names until a file is opened; circles and endless lists end.
 */
public final class DiscImage {
    /** A file in an image: its path with slashes, and its bytes. */
    public record Item(String name, Blob content, boolean complete) {}

    private static final int SECTOR = 2048;
    private static final int FIRST_DESCRIPTOR = 16;
    private static final int MOST_DESCRIPTORS = 16;

    private DiscImage() {}

    /** Whether these bytes are an image of a disc. */
    public static boolean isOne(Blob bytes) {
        try {
            return bytes.length() > (FIRST_DESCRIPTOR + 1) * SECTOR && (marked(bytes, "CD001") || marked(bytes, "NSR"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * The files in an image. A disc with two lists of its files gives the longer one.
     *
     * @throws IOException where the lists are damaged, or are built to overwhelm
     */
    public static List<Item> items(Blob image) throws IOException {
        boolean iso = marked(image, "CD001");
        if (!marked(image, "NSR")) {
            return new Iso9660(image).items();
        }
        if (!iso) {
            return new UdfTree(image).items();
        }
        List<Item> older = List.of();
        try {
            older = new Iso9660(image).items();
            List<Item> newer = new UdfTree(image).items();
            return newer.size() >= older.size() ? newer : older;
        } catch (IOException oneOfThemIsDamaged) {
            return older.isEmpty() ? new UdfTree(image).items() : older;
        }
    }

    private static boolean marked(Blob image, String mark) throws IOException {
        for (int i = 0; i < MOST_DESCRIPTORS; i++) {
            long at = (long) (FIRST_DESCRIPTOR + i) * SECTOR;
            if (at + SECTOR > image.length()) {
                return false;
            }
            String found = new String(Block.read(image, at + 1, 5).bytes(0, 5), StandardCharsets.ISO_8859_1);
            if (found.startsWith(mark)) {
                return true;
            }
            if (!found.matches("CD001|BEA01|TEA01|BOOT2|CDW02|NSR0.")) {
                return false;
            }
        }
        return false;
    }
}
