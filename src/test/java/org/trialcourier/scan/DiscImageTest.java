// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.TransferSyntax;

/** A small ISO 9660 image made in code; images of real programs are in {@link DiscImagePeerTest}. */
class DiscImageTest {
    private static final int SECTOR = 2048;

    @TempDir
    private Path folder;

    @Test
    void filesOfAnImageAreFoundWhateverItsName() throws Exception {
        Folders.write(folder.resolve("disc"), image(Made.file(1, TransferSyntax.EXPLICIT_LITTLE)));
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.files()).isEqualTo(2);
        Instance one = catalog.instances().findFirst().orElseThrow();
        assertThat(one.source().display()).endsWith("disc!SUB/IM1");
        assertThat(Folders.explanations(catalog))
                .containsExactly("disc: a disc image; the file in it is listed for itself");
        try (var in = Source.of(one.source().reference()).open().open(0)) {
            assertThat(in.readAllBytes()).isEqualTo(Made.file(1, TransferSyntax.EXPLICIT_LITTLE));
        }
    }

    @Test
    void aDamagedImageIsLeftOutWithItsReason() throws Exception {
        byte[] image = image(Made.file(1, TransferSyntax.EXPLICIT_LITTLE));
        Folders.write(folder.resolve("cut"), Arrays.copyOf(image, 18 * SECTOR));
        byte[] circle = image.clone();
        Arrays.fill(circle, 19 * SECTOR, 20 * SECTOR, (byte) 0);
        record(circle, 19 * SECTOR, 18, SECTOR, 2, "SUB");
        Folders.write(folder.resolve("circle"), circle);
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.instances()).isEmpty();
        assertThat(Folders.explanations(catalog))
                .containsExactlyInAnyOrder(
                        "circle: a disc image; it holds no files", "cut: a disc image that cannot be opened");
    }

    /** Sector 16: the volume; 18: the root folder with one folder; 19: that folder with one file; 20: the file. */
    private static byte[] image(byte[] file) {
        byte[] image = new byte[22 * SECTOR + file.length];
        mark(image, 16, 1);
        mark(image, 17, 255);
        record(image, 16 * SECTOR + 156, 18, SECTOR, 2, "\0");
        record(image, 18 * SECTOR, 19, SECTOR, 2, "SUB");
        record(image, 19 * SECTOR, 20, file.length, 0, "IM1.;1");
        System.arraycopy(file, 0, image, 20 * SECTOR, file.length);
        return image;
    }

    private static void mark(byte[] image, int sector, int kind) {
        image[sector * SECTOR] = (byte) kind;
        System.arraycopy("CD001".getBytes(StandardCharsets.US_ASCII), 0, image, sector * SECTOR + 1, 5);
    }

    private static void record(byte[] image, int at, int sector, int length, int flags, String name) {
        ByteBuffer record = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        record.put(at, (byte) (34 + name.length()));
        record.putInt(at + 2, sector);
        record.putInt(at + 10, length);
        record.put(at + 25, (byte) flags);
        record.put(at + 32, (byte) name.length());
        record.put(at + 33, name.getBytes(StandardCharsets.US_ASCII));
    }
}
