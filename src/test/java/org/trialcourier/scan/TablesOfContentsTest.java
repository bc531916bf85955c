// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.SopClass;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;

class TablesOfContentsTest {
    @TempDir
    private Path folder;

    @Test
    void filesThatTheDiscNamesAndLacksAreReportedAndOthersAreStillFound() throws Exception {
        Folders.write(folder.resolve("images/im1"), Made.image(1));
        Folders.write(folder.resolve("IMAGES2/IM9;1"), Made.image(2));
        Folders.write(folder.resolve("unnamed"), Made.image(3));
        Path directory = Folders.write(folder.resolve("DICOMDIR"), table());

        Catalog catalog = Folders.scan(directory);
        assertThat(catalog.instances()).hasSize(3);
        assertThat(Folders.explanations(catalog)).containsExactly("DICOMDIR: the disc’s table of contents");
        assertThat(catalog.files()).isEqualTo(4);
        assertThat(catalog.missing()).hasSize(1);
        assertThat(catalog.missing().getFirst().reveal()).endsWith("IMAGES/IM2");
    }

    @Test
    void theSameInAnArchiveWhoseFoldersHaveNamesOfTheirOwn() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("disc 1/DICOMDIR", bytes(table()));
        entries.put("disc 1\\images\\im1", bytes(Made.image(1)));
        entries.put("disc 1/IMAGES2/IM9", bytes(Made.image(2)));
        entries.put("disc 1/unnamed", bytes(Made.image(3)));
        entries.put("IMAGES/IM2", bytes(Made.image(4)));
        Files.write(folder.resolve("discs.zip"), Folders.zip(entries));

        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.instances()).hasSize(4);
        assertThat(catalog.missing()).hasSize(1);
        assertThat(catalog.missing().getFirst().reveal()).endsWith("discs.zip!disc 1/IMAGES/IM2");
    }

    private static byte[] bytes(DataSet data) {
        return Made.bytes(DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE));
    }

    private static DataSet table() {
        DataSet table = new DataSet();
        table.putText(Tag.SOP_CLASS_UID, SopClass.MEDIA_STORAGE_DIRECTORY);
        table.putText(Tag.SOP_INSTANCE_UID, "2.25.9");
        table.putItems(
                Tag.DIRECTORY_RECORD_SEQUENCE,
                List.of(record("IMAGES", "IM1"), record("IMAGES2", "IM9"), record("IMAGES", "IM2"), new DataSet()));
        return table;
    }

    private static DataSet record(String... components) {
        DataSet record = new DataSet();
        record.putText(Tag.DIRECTORY_RECORD_TYPE, "IMAGE");
        record.putText(Tag.REFERENCED_FILE_ID, components);
        return record;
    }
}
