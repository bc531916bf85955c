// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.FrameReader;
import org.trialcourier.pixel.PixelFormat;

/** Masks blacken their rectangles in every frame and change no other pixel. */
class MaskingTest {
    private static final Box BOX = new Box(3, 2, 5, 4);
    private static final String SERIES = "1.2.276.0.9999.5.2";

    @Test
    void blackensARectangleInAllFramesOfAGreyImage() throws Exception {
        check(image(16, 1, 16, "MONOCHROME2", 0, 3), 0);
    }

    @Test
    void invertedGreyBecomesBlackToo() throws Exception {
        check(image(8, 1, 8, "MONOCHROME1", 0, 1), 255);
    }

    @Test
    void coloursByPixelAndInPlanes() throws Exception {
        check(image(8, 3, 8, "RGB", 0, 2), 0);
        check(image(8, 3, 8, "RGB", 1, 2), 0);
    }

    @Test
    void theMaskIsSaidInTheObject() throws Exception {
        DicomFile clean = masked(image(8, 1, 8, "MONOCHROME2", 0, 1), plan());
        assertThat(clean.data().text(0x00280301)).isEqualTo("NO");
        assertThat(clean.data().items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE).stream()
                        .map(item -> item.text(Tag.CODE_VALUE)))
                .containsExactly("113100", "113101");
    }

    @Test
    void withoutAPersonsWordTheObjectSaysNothingAboutItsPixels() throws Exception {
        DicomFile clean = masked(image(8, 1, 8, "MONOCHROME2", 0, 1), PixelPlan.NONE);
        assertThat(clean.data().contains(0x00280301)).isFalse();
        assertThat(clean.data().items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
                .hasSize(1);
    }

    @Test
    void aMaskForADeviceHoldsForItsSizeOnly() throws Exception {
        DicomFile image = image(8, 1, 8, "MONOCHROME2", 0, 1);
        image.data().putText(Tag.MANUFACTURER, "Fictional");
        PixelPlan other = new PixelPlan(
                List.of(new PixelPlan.Mask(new PixelPlan.OfDevice("Fictional", "", 64, 64), List.of(BOX))), Set.of());
        assertThat(FrameReader.of(masked(image, other)).frame(0))
                .isEqualTo(FrameReader.of(image).frame(0));
    }

    @Test
    void anImageThatCannotBeReadIsRefused() {
        DicomFile image = image(8, 1, 8, "MONOCHROME2", 0, 1);
        image.data().putInts(Tag.BITS_ALLOCATED, Vr.US, 12);
        DeidRequest request = Requests.with(Option.CLEAN_PIXEL_DATA).withPixels(plan());
        assertThat(new Deidentifier(request).apply(image, new PatientValues())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void compressedSamplesKeepEveryOtherPixel() throws Exception {
        for (java.nio.file.Path sample : Samples.files()) {
            DicomFile file;
            FrameReader frames;
            try {
                file = DicomFile.read(sample);
                frames = FrameReader.of(file);
                if (!frames.isCompressed()
                        || frames.format().frames() >= 5
                        || frames.format().columns() >= 700
                        || file.data().contains(0x00280120)) {
                    continue;
                }
                frames.frame(0);
            } catch (NotDicomException | IOException notReadable) {
                continue;
            }
            file.data().putText(Tag.SERIES_INSTANCE_UID, SERIES);
            boolean inverse = frames.format().photometric().equals("MONOCHROME1");
            check(file, inverse ? (1 << frames.format().bitsStored()) - 1 : 0);
        }
    }

    private static void check(DicomFile image, int black) throws IOException, NotDicomException {
        FrameReader before = FrameReader.of(image);
        FrameReader after = FrameReader.of(masked(image, plan()));
        PixelFormat format = before.decodedFormat();
        assertThat(after.format().photometric()).isEqualTo(format.photometric());
        for (int frame = 0; frame < format.frames(); frame++) {
            byte[] old = before.frame(frame);
            byte[] made = after.frame(frame);
            assertThat(made).hasSameSizeAs(old);
            int bytes = format.sampleBytes();
            int wrong = 0;
            for (int at = 0; at < old.length; at++) {
                int sample = at / bytes;
                int plane = format.columns() * format.rows();
                int pixel = format.planar() ? sample % plane : sample / format.samples();
                int x = pixel % format.columns();
                int y = pixel / format.columns();
                boolean inside = x >= BOX.x() && x < BOX.x() + 5 && y >= BOX.y() && y < BOX.y() + 4;
                if (!inside) {
                    wrong += made[at] == old[at] ? 0 : 1;
                } else if (!format.photometric().startsWith("YBR")) {
                    wrong += made[at] == (byte) (black >> (8 * (at % bytes))) ? 0 : 1;
                }
            }
            assertThat(wrong).isZero();
        }
    }

    private static PixelPlan plan() {
        return new PixelPlan(
                List.of(new PixelPlan.Mask(new PixelPlan.OfSeries(SERIES), List.of(BOX, new Box(-5, 5000, 2, 2)))),
                Set.of());
    }

    private static DicomFile masked(DicomFile image, PixelPlan plan) throws IOException, NotDicomException {
        DeidRequest request = Requests.with(Option.CLEAN_PIXEL_DATA).withPixels(plan);
        Outcome outcome = new Deidentifier(request).apply(image, PatientValues.collect(List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Clean.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Outcome.Clean) outcome).file().write(out);
        return DicomFile.read(out.toByteArray());
    }

    private static DicomFile image(int allocated, int samples, int stored, String photometric, int planar, int frames) {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.5");
        data.putText(Tag.SERIES_INSTANCE_UID, SERIES);
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, samples);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, photometric);
        data.putInts(0x00280006, Vr.US, planar);
        data.putText(Tag.NUMBER_OF_FRAMES, Integer.toString(frames));
        data.putInts(Tag.ROWS, Vr.US, 13);
        data.putInts(Tag.COLUMNS, Vr.US, 21);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, allocated);
        data.putInts(0x00280101, Vr.US, stored);
        data.putInts(0x00280103, Vr.US, 0);
        int length = 13 * 21 * samples * allocated / 8 * frames;
        byte[] pixels = new byte[length + length % 2];
        new Random(7).nextBytes(pixels);
        data.putBytes(Tag.PIXEL_DATA, allocated > 8 ? Vr.OW : Vr.OB, pixels);
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
