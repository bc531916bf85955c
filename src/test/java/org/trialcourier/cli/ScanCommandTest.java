// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import tools.jackson.databind.JsonNode;

class ScanCommandTest {
    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @Test
    void theDocumentSaysHowASeriesLiesInSpace() throws Exception {
        for (int i : new int[] {1, 2, 4}) {
            DataSet image = Made.image(i);
            image.putInts(Tag.ROWS, Vr.US, 64);
            image.putInts(Tag.COLUMNS, Vr.US, 48);
            image.putText(Tag.PIXEL_SPACING, "0.5", "0.75");
            image.putText(Tag.SLICE_THICKNESS, "1.5");
            image.putText(Tag.SPACING_BETWEEN_SLICES, "2");
            image.putText(Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "1", "0");
            image.putText(Tag.IMAGE_POSITION_PATIENT, "0", "0", String.valueOf(2 * i));
            image.putBytes(Tag.PIXEL_DATA, Vr.OW, new byte[64 * 48 * 2]);
            DicomFile.of(image, TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve("IM" + i));
        }
        JsonNode series = scan().at("/studies/0/series/0");
        assertThat(series.at("/rows").asInt()).isEqualTo(64);
        assertThat(series.at("/columns").asInt()).isEqualTo(48);
        assertThat(series.at("/pixelSpacing").toString()).isEqualTo("[0.5,0.75]");
        assertThat(series.at("/sliceThickness").asDouble()).isEqualTo(1.5);
        assertThat(series.at("/spacingBetweenSlices").toString()).isEqualTo("2");
        assertThat(series.at("/orientation").toString()).isEqualTo("[1.0,0.0,0.0,0.0,1.0,0.0]");
        assertThat(series.at("/positions").asInt()).isEqualTo(3);
        assertThat(series.at("/smallestGap").asDouble()).isEqualTo(2);
        assertThat(series.at("/largestGap").asDouble()).isEqualTo(4);
    }

    @Test
    void whatAnImageDoesNotSayIsNotInTheDocument() throws Exception {
        DataSet image = Made.image(1);
        for (int tag : new int[] {Tag.PIXEL_SPACING, Tag.SLICE_THICKNESS, Tag.IMAGE_POSITION_PATIENT}) {
            image.remove(tag);
        }
        DicomFile.of(image, TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve("IM1"));
        JsonNode series = scan().at("/studies/0/series/0");
        assertThat(series.has("rows")).isTrue();
        assertThat(series.has("pixelSpacing")).isFalse();
        assertThat(series.has("sliceThickness")).isFalse();
        assertThat(series.has("positions")).isFalse();
    }

    @Test
    void theReasonsOfTheDocumentAreEnglish() throws Exception {
        DicomFile.of(Made.image(1), TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve("IM1"));
        Files.write(folder.resolve("photo"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        assertThat(scan().at("/leftOut/0/reason").asString()).isEqualTo("a JPEG picture");
    }

    private JsonNode scan() {
        return new Terminal(home).run("scan", folder, "--json").json();
    }
}
