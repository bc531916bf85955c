// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan.disc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Blob;

/** Long names, links and folders moved out of too deep places, in the system use areas of records (IEEE P1281, P1282). */
final class RockRidge {
    /** For a disc without it. */
    static final RockRidge NONE = new RockRidge(Blob.of(new byte[0]), -1);

    private static final int SECTOR = 2048;
    private static final int MOST_CONTINUATIONS = 32;

    private final Blob image;
    private final int skip;

    /**
     * What a record says besides.
     *
     * @param movedTo the block where the folder really is, or -1
     * @param moved whether this is the place that another record points to
     */
    record Extras(@Nullable String name, long movedTo, boolean moved, boolean link) {
        static final Extras NONE = new Extras(null, -1, false, false);
    }

    private RockRidge(Blob image, int skip) {
        this.image = image;
        this.skip = skip;
    }

    /** Looks into the first record of the root folder, which says whether there are such areas. */
    static RockRidge of(Blob image, long root) throws IOException {
        Block list = Block.read(image, root, SECTOR);
        int length = list.int8(0);
        int at = 34;
        boolean marked = length >= at + 7 && list.int16(at) == code("SP") && list.int8(at + 4) == 0xBE;
        return marked ? new RockRidge(image, list.int8(at + 6)) : NONE;
    }

    Extras extras(Block record) throws IOException {
        if (skip < 0) {
            return Extras.NONE;
        }
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        long movedTo = -1;
        boolean moved = false;
        boolean link = false;
        Block area = record;
        int nameLength = record.int8(32);
        int at = 33 + nameLength + (nameLength + 1) % 2 + skip;
        Block more = null;
        for (int continued = 0; ; ) {
            int length = at + 4 <= area.size() ? area.int8(at + 2) : 0;
            if (length < 4 || area.int16(at) == code("ST")) {
                if (more == null || continued++ == MOST_CONTINUATIONS) {
                    break;
                }
                area = more;
                more = null;
                at = 0;
                continue;
            }
            int code = area.int16(at);
            if (code == code("NM") && (area.int8(at + 4) & 6) == 0) {
                name.writeBytes(area.bytes(at + 5, length - 5));
            } else if (code == code("CL")) {
                movedTo = area.int32(at + 4);
            } else if (code == code("RE")) {
                moved = true;
            } else if (code == code("SL")) {
                link = true;
            } else if (code == code("CE")) {
                long position = area.int32(at + 4) * SECTOR + area.int32(at + 12);
                more = Block.read(image, position, Math.min(area.int32(at + 20), SECTOR));
            }
            at += length;
        }
        return new Extras(name.size() == 0 ? null : Names.plain(name.toByteArray()), movedTo, moved, link);
    }

    private static int code(String letters) {
        byte[] two = letters.getBytes(StandardCharsets.US_ASCII);
        return two[0] & 0xFF | (two[1] & 0xFF) << 8;
    }
}
