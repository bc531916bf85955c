// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

class ArchivesTest {
    @TempDir
    private Path folder;

    @Test
    void imagesInArchivesWithinArchivesAreFoundAndCanBeReadAgain() throws Exception {
        byte[] inner = Folders.zip(Map.of("IM1", Made.file(1, TransferSyntax.EXPLICIT_LITTLE)));
        byte[] middle =
                Folders.zip(Map.of("inner.zip", inner, "read me.txt", "hello".getBytes(StandardCharsets.UTF_8)));
        Path outer = Folders.write(
                folder.resolve("export.zip"),
                Folders.zip(Map.of("Müller/middle.zip", middle, "IM2", Made.file(2, TransferSyntax.DEFLATED))));
        Catalog catalog = Folders.scanOnTwo(folder);
        assertThat(catalog.files()).isEqualTo(6);
        assertThat(catalog.instances()).hasSize(2);
        assertThat(catalog.leftOut())
                .filteredOn(left -> left.reason() == LeftOut.Reason.ARCHIVE)
                .hasSize(3);
        Instance deep = catalog.instances()
                .filter(one -> one.number().instance() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(deep.source().display()).isEqualTo(outer + "!Müller/middle.zip!inner.zip!IM1");
        assertThat(deep.source().path()).isEqualTo(outer);
        Source again = Source.of(deep.source().reference());
        DicomFile file = DicomFile.read(again.open(), ReadOptions.WHOLE);
        assertThat(file.data().text(Tag.PATIENT_ID)).isEqualTo("TESTPATIENT1");
        assertThat(Made.bytes(file)).isEqualTo(Made.file(1, TransferSyntax.EXPLICIT_LITTLE));
    }

    @Test
    void largeArchivesWithinArchivesAreStagedEncrypted() throws Exception {
        DataSet data = Made.image(1);
        byte[] pixels = new byte[6 << 20];
        new Random(1).nextBytes(pixels);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        byte[] image = Made.bytes(DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE));
        byte[] inner = Folders.zip(Map.of("IM1", image, "IM2", Made.file(2, TransferSyntax.EXPLICIT_LITTLE)));
        Folders.write(folder.resolve("outer.zip"), Folders.zip(Map.of("inner.zip", inner)));
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.instances()).hasSize(2);
        Instance large = catalog.instances()
                .filter(one -> one.bytes() > 1_000_000)
                .findFirst()
                .orElseThrow();
        assertThat(Made.bytes(DicomFile.read(large.source().open(), ReadOptions.WHOLE)))
                .isEqualTo(image);
    }

    @Test
    void theStageGivesBackWhatItKeptFromAnyPosition() throws Exception {
        byte[] data = new byte[200_001];
        new Random(2).nextBytes(data);
        Blob first = Stage.shared().keep(new ByteArrayInputStream(data));
        Blob second = Stage.shared().keep(new ByteArrayInputStream(data));
        for (int position : new int[] {0, 1, 15, 16, 17, 100_000, 200_000, 200_001}) {
            for (Blob kept : new Blob[] {first, second}) {
                try (InputStream in = kept.open(position)) {
                    assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(data, position, data.length));
                }
            }
        }
        assertThat(first.length()).isEqualTo(data.length);
    }

    @Test
    void aDamagedArchiveIsLeftOutByName() throws Exception {
        byte[] zip = Folders.zip(Map.of("IM1", Made.file(1, TransferSyntax.EXPLICIT_LITTLE)));
        Folders.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(zip, zip.length / 2));
        byte[] flipped = zip.clone();
        flipped[200] ^= 0x55;
        Folders.write(folder.resolve("flipped.zip"), flipped);
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.instances()).isEmpty();
        assertThat(catalog.leftOut()).hasSize(3);
        assertThat(catalog.files()).isEqualTo(3);
    }

    @Test
    void namesThatAreNoUtf8AreReadAsOfTheFirstPcs() throws Exception {
        byte[] zip = Folders.zip(Map.of("Bxld", Made.file(1, TransferSyntax.EXPLICIT_LITTLE)));
        for (int i = 0; i + 3 < zip.length; i++) {
            if (zip[i] == 'B' && zip[i + 1] == 'x' && zip[i + 2] == 'l' && zip[i + 3] == 'd') {
                zip[i + 1] = (byte) 0x84;
            }
        }
        Folders.write(folder.resolve("old.zip"), zip);
        assertThat(Folders.scan(folder)
                        .instances()
                        .findFirst()
                        .orElseThrow()
                        .source()
                        .display())
                .endsWith("!Bäld");
    }

    @Test
    void aProgramPackedAsArchiveIsNoSourceOfImages() throws Exception {
        Map<String, byte[]> jar = new LinkedHashMap<>();
        jar.put("META-INF/MANIFEST.MF", new byte[0]);
        jar.put("Viewer.class", new byte[10]);
        Folders.write(folder.resolve("viewer.jar"), Folders.zip(jar));
        Catalog catalog = Folders.scan(folder);
        assertThat(Folders.explanations(catalog)).containsExactly("viewer.jar: a program");
    }

    @Test
    void aBombIsDefusedByItsDirectory() throws Exception {
        byte[] zeros = new byte[300 << 20];
        Path bomb = folder.resolve("bomb.zip");
        Files.write(bomb, Folders.zip(Map.of("IM1", zeros)));
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.files()).isEqualTo(2);
        assertThat(catalog.leftOut().stream().map(Folders::explanation))
                .contains("an entry that unpacks to many hundred times its size");
    }
}
