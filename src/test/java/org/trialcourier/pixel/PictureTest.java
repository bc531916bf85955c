// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

class PictureTest {
    @Test
    void drawsGreyWithItsWindow() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 0, 50, 100, (byte) 200);
        image.data().putText(0x00281050, "50.5");
        image.data().putText(0x00281051, "101");
        assertThat(colours(image)).containsExactly(0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFFFFFFFF);
    }

    @Test
    void drawsInvertedGreyWithoutAWindow() throws IOException {
        assertThat(colours(image("MONOCHROME1", 1, 0, 100, 50, 25)))
                .containsExactly(0xFFFFFFFF, 0xFF000000, 0xFF808080 - 0x010101, 0xFFBFBFBF);
    }

    @Test
    void drawsColoursAndPalettes() throws IOException {
        assertThat(colours(image("RGB", 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)))
                .containsExactly(0xFF010203, 0xFF040506, 0xFF070809, 0xFF0A0B0C);
        DicomFile palette = image("PALETTE COLOR", 1, 0, 1, 2, 3);
        for (int channel = 0; channel < 3; channel++) {
            palette.data().putInts(0x00281101 + channel, Vr.US, 4, 0, 16);
            palette.data().putInts(0x00281201 + channel, Vr.OW, 0x1000, 0x2000, 0x3000, 0x4000);
        }
        assertThat(colours(palette)).containsExactly(0xFF101010, 0xFF202020, 0xFF303030, 0xFF404040);
    }

    @Test
    void drawsEverySampleOrSaysWhyNot() {
        int drawn = 0;
        for (java.nio.file.Path sample : Samples.files()) {
            try {
                Picture picture = Picture.of(DicomFile.read(sample), 0, 96);
                assertThat(Math.max(picture.width(), picture.height())).isLessThanOrEqualTo(96);
                assertThat(picture.pixels().at(0, 0) >>> 24).isEqualTo(0xFF);
                drawn++;
            } catch (NotDicomException | IOException cannot) {
                assertThat(cannot.getMessage()).isNotBlank();
            }
        }
        assertThat(drawn).isGreaterThanOrEqualTo(Samples.files().isEmpty() ? 0 : 140);
    }

    private static int[] colours(DicomFile image) throws IOException {
        Picture picture = Picture.of(image, 0, 100);
        return new int[] {
            picture.pixels().at(0, 0),
            picture.pixels().at(1, 0),
            picture.pixels().at(0, 1),
            picture.pixels().at(1, 1)
        };
    }

    private static DicomFile image(String photometric, int samples, int... pixels) {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.6");
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, samples);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, photometric);
        data.putInts(Tag.ROWS, Vr.US, 2);
        data.putInts(Tag.COLUMNS, Vr.US, 2);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 8);
        data.putInts(0x00280101, Vr.US, 8);
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        data.putBytes(Tag.PIXEL_DATA, Vr.OB, bytes);
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
