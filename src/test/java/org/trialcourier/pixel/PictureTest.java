// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
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
    void drawsAnExactWindow() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 10, 20, 30, 15);
        image.data().putText(0x00281050, "20");
        image.data().putText(0x00281051, "20");
        image.data().putText(0x00281056, "LINEAR_EXACT");
        assertThat(colours(image)).containsExactly(0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFF404040);
    }

    @Test
    void drawsAWindowNarrowerThanOneWhereItIsExact() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 0, 50, 100, 200);
        image.data().putText(0x00281053, "0.005");
        image.data().putText(0x00281052, "0");
        image.data().putText(0x00281050, "0.25");
        image.data().putText(0x00281051, "0.5");
        image.data().putText(0x00281056, "LINEAR_EXACT");
        assertThat(colours(image)).containsExactly(0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFFFFFFFF);
    }

    @Test
    void everyFrameHasTheWindowOfItsFunctionalGroups() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 0, 50, 100, 200, 0, 50, 100, 200, 0, 50, 100, 200);
        image.data().putText(Tag.NUMBER_OF_FRAMES, "3");
        image.data().putText(0x00281050, "200");
        image.data().putText(0x00281051, "3");
        image.data().putItems(0x52009229, List.of(frameVoi("50.5", "101")));
        DataSet moved = frameVoi("100.5", "101");
        DataSet doubled = new DataSet();
        doubled.putText(0x00281052, "0");
        doubled.putText(0x00281053, "2");
        moved.putItems(0x00289145, List.of(doubled));
        image.data().putItems(0x52009230, List.of(new DataSet(), moved));
        // Shared, its own with rescaled values, and shared again where the list of frames is too short.
        int[] shared = {0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFFFFFFFF};
        assertThat(colours(image, 0)).containsExactly(shared);
        assertThat(colours(image, 1)).containsExactly(0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFFFFFFFF);
        assertThat(colours(image, 2)).containsExactly(shared);
    }

    @Test
    void aTableOfAFrameHoldsBeforeAWindowOfTheImage() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 9, 10, 12, 200);
        image.data().putText(0x00281050, "50");
        image.data().putText(0x00281051, "100");
        DataSet voi = new DataSet();
        voi.putItems(0x00283010, List.of(table(3, 10, 12, 0x0400, 0x0800, 0x0FFF)));
        DataSet groups = new DataSet();
        groups.putItems(0x00289132, List.of(voi));
        image.data().putItems(0x52009230, List.of(groups));
        assertThat(colours(image)).containsExactly(0xFF404040, 0xFF404040, 0xFFFFFFFF, 0xFFFFFFFF);
    }

    private static DataSet frameVoi(String center, String width) {
        DataSet voi = new DataSet();
        voi.putText(0x00281050, center);
        voi.putText(0x00281051, width);
        DataSet groups = new DataSet();
        groups.putItems(0x00289132, List.of(voi));
        return groups;
    }

    @Test
    void drawsASigmoid() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 100, 125, 75, 255);
        image.data().putText(0x00281050, "100");
        image.data().putText(0x00281051, "100");
        image.data().putText(0x00281056, "SIGMOID");
        // 255 / (1 + exp(-4 (x - 100) / 100)) of 0, 25, -25 and 155.
        assertThat(colours(image)).containsExactly(0xFF808080, 0xFFBABABA, 0xFF454545, 0xFFFFFFFF - 0x010101);
    }

    @Test
    void drawsByATableOfTheImage() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 9, 10, 12, 200);
        image.data()
                .put(new Element(
                        0x00283010, Vr.SQ, new Value.Items(List.of(table(3, 10, 12, 0x0400, 0x0800, 0x0FFF)))));
        assertThat(colours(image)).containsExactly(0xFF404040, 0xFF404040, 0xFFFFFFFF, 0xFFFFFFFF);
        DicomFile inverted = image("MONOCHROME1", 1, 9, 10, 12, 200);
        inverted.data().put(image.data().get(0x00283010));
        assertThat(colours(inverted)).containsExactly(0xFFBFBFBF, 0xFFBFBFBF, 0xFF000000, 0xFF000000);
    }

    @Test
    void aTableMayBeginBelowZero() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 0, 1, 2, 3);
        image.data().putText(0x00281052, "-2");
        image.data().putText(0x00281053, "1");
        image.data().put(new Element(0x00283010, Vr.SQ, new Value.Items(List.of(table(3, 0xFFFE, 8, 10, 20, 30)))));
        assertThat(colours(image)).containsExactly(0xFF0A0A0A, 0xFF141414, 0xFF1E1E1E, 0xFF1E1E1E);
    }

    @Test
    void textIsLookedForInAllValuesUnlessTheWindowShowsThem() throws IOException {
        DicomFile narrow = image("MONOCHROME2", 1, 0, 50, 100, 200);
        narrow.data().putText(0x00281050, "50.5");
        narrow.data().putText(0x00281051, "101");
        assertThat(Picture.forReading(narrow, 0, 100)).hasSize(2);
        narrow.data().putText(0x00281050, "100.5");
        narrow.data().putText(0x00281051, "201");
        assertThat(Picture.forReading(narrow, 0, 100)).hasSize(1);
        narrow.data().putText(0x00281051, "2001");
        assertThat(Picture.forReading(narrow, 0, 100)).as("all in a few greys").hasSize(2);
    }

    private static DataSet table(int size, int first, int bits, int... greys) {
        DataSet table = new DataSet();
        table.putInts(0x00283002, Vr.US, size, first, bits);
        table.putInts(0x00283006, Vr.US, greys);
        return table;
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

    /** Frames of packed bits begin within a byte; a frame that is all set is white, not black. */
    @Test
    void drawsPackedBitsAndRefusesToCoverThem() throws IOException {
        DicomFile image = image("MONOCHROME2", 1, 0x0A, 0x22, 0xFC, 0x07);
        image.data().putInts(Tag.ROWS, Vr.US, 3);
        image.data().putInts(Tag.COLUMNS, Vr.US, 3);
        image.data().putInts(Tag.BITS_ALLOCATED, Vr.US, 1);
        image.data().putInts(0x00280101, Vr.US, 1);
        image.data().putText(Tag.NUMBER_OF_FRAMES, "3");
        assertThat(colours(image, 0)).containsExactly(0xFF000000, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000);
        assertThat(colours(image, 1)).containsExactly(0xFFFFFFFF, 0xFF000000, 0xFF000000, 0xFFFFFFFF);
        assertThat(colours(image, 2)).containsOnly(0xFFFFFFFF);
        assertThat(Picture.forReading(image, 0, 100)).hasSize(1);
        assertThatThrownBy(() -> Masking.mask(image, image.data(), List.of(new Box(0, 0, 1, 1))))
                .isInstanceOf(UndecodableException.class);
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
        return colours(image, 0);
    }

    private static int[] colours(DicomFile image, int frame) throws IOException {
        Picture picture = Picture.of(image, frame, 100);
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
