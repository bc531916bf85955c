// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.Made;
import org.trialcourier.scan.disc.DiscImage;

/** Images made by the programs that hospitals and burners use, genisoimage and mkudffs. */
@Tag("peer")
class DiscImagePeerTest {
    @TempDir
    private Path folder;

    private Path disc;

    @BeforeEach
    void fillTheDisc() throws Exception {
        disc = folder.resolve("disc");
        String deep = "a/b/c/d/e/f/g/h/i/j";
        Folders.write(disc.resolve(deep).resolve("IM0001"), Made.image(1));
        Folders.write(disc.resolve("Müller export with a long name/image number two.dcm"), Made.image(2));
        Folders.write(disc.resolve("READ ME.txt"), "hello".getBytes());
        for (int i = 3; i < 103; i++) {
            Folders.write(disc.resolve("many/image in a folder with many of them " + i), Made.image(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-R", "-J -joliet-long -D", "-R -J -udf -D", "-R -iso-level 3 -D"})
    void everyFileIsFoundWithItsLongName(String options) throws Exception {
        Path image = make(options);
        Catalog catalog = Folders.scanOnTwo(image);
        assertThat(catalog.instances()).hasSize(102);
        assertThat(catalog.files()).isEqualTo(104);
        assertThat(catalog.leftOut().stream().map(Folders::explanation))
                .containsExactlyInAnyOrder("a disc image; the 103 files in it are listed one by one", "a text file");
        Instance two = catalog.instances()
                .filter(one -> one.number().instance() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(two.source().display()).endsWith("!Müller export with a long name/image number two.dcm");
        try (var in = Source.of(two.source().reference()).open().open(0)) {
            assertThat(in.readAllBytes())
                    .isEqualTo(Files.readAllBytes(disc.resolve("Müller export with a long name/image number two.dcm")));
        }
    }

    /** UDF alone: its recognition sequence moves to where that of ISO 9660 was, which is erased (ECMA-167 2/8.3). */
    @Test
    void everyFileIsFoundWhereTheDiscHasUdfOnly() throws Exception {
        byte[] image = Files.readAllBytes(make("-R -J -udf -D"));
        int to = 16;
        for (int sector = 16; sector < 32; sector++) {
            byte[] bytes = java.util.Arrays.copyOfRange(image, sector * 2048, (sector + 1) * 2048);
            String mark = new String(bytes, 1, 5, java.nio.charset.StandardCharsets.US_ASCII);
            java.util.Arrays.fill(image, sector * 2048, (sector + 1) * 2048, (byte) 0);
            if (List.of("BEA01", "NSR02", "NSR03", "TEA01").contains(mark)) {
                System.arraycopy(bytes, 0, image, to++ * 2048, 2048);
            }
        }
        assertThat(to).isEqualTo(19);
        Files.write(folder.resolve("export.bin"), image);
        Map<String, byte[]> found = new java.util.TreeMap<>();
        for (DiscImage.Item item : DiscImage.items(Blob.of(image))) {
            try (var in = item.content().open(0)) {
                found.put(item.name(), in.readAllBytes());
            }
        }
        assertThat(found).hasSize(103);
        for (Map.Entry<String, byte[]> file : found.entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(Files.readAllBytes(disc.resolve(file.getKey())));
        }
        assertThat(Folders.scanOnTwo(folder.resolve("export.bin")).instances()).hasSize(102);
    }

    @Test
    void anImageWithinAnArchiveIsLookedInto() throws Exception {
        byte[] image = Files.readAllBytes(make("-R"));
        Path zip = Folders.write(folder.resolve("x.zip"), Folders.zip(Map.of("disc.img", image)));
        assertThat(Folders.scan(zip).instances()).hasSize(102);
    }

    @Test
    void whatLiesBehindACutIsNamedAndTheRestIsRead() throws Exception {
        byte[] image = Files.readAllBytes(make("-R"));
        Path cut = Folders.write(folder.resolve("cut"), java.util.Arrays.copyOf(image, image.length - 400_000));
        Catalog catalog = Folders.scan(cut);
        assertThat(catalog.instances().count()).isBetween(10L, 101L);
        assertThat(catalog.files()).isEqualTo(104);
        assertThat(catalog.leftOut().stream().map(Folders::explanation))
                .contains("cut off: the disc image ends before it, or is damaged there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--media-type=hd --blocksize=512",
                "--media-type=dvdram",
                "--media-type=bdr",
                "--media-type=cdrw",
                "--media-type=cdr"
            })
    void imagesOfMkudffsAreOpenedOrSaidToBeDamaged(String options) throws Exception {
        Path image = folder.resolve("disc.udf");
        try (var channel = java.nio.channels.FileChannel.open(
                image, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.allocate(1), (64L << 20) - 1);
        }
        List<String> command = new ArrayList<>(List.of("mkudffs"));
        command.addAll(List.of(options.split(" ")));
        command.add(image.toString());
        run(command);
        Blob blob = Blob.of(image);
        assertThat(DiscImage.isOne(blob)).isTrue();
        assertThat(DiscImage.items(blob)).isEmpty();
    }

    private Path make(String options) throws Exception {
        Path image = folder.resolve("export.bin");
        List<String> command = new ArrayList<>(List.of("genisoimage", "-quiet", "-input-charset", "utf-8"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-o", image.toString(), disc.toString()));
        run(command);
        return image;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
