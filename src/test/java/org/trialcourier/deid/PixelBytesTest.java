// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Text of this patient that stands as bytes among uncompressed pixels holds the file; pixels alone never do. */
class PixelBytesTest {
    private static final int SIDE = 300;
    private static final long SEED = 20_261_127;

    @TempDir
    Path folder;

    @Test
    void namesAndNumbersHoldTheFileWhereverTheyStand() throws Exception {
        Random random = new Random(SEED);
        List<String> values =
                List.of("Pelham", "Quxwright", "QUXWRIGHT^PELHAM", "by pelham quxwright", "id 47110886.", "Quxwrighté");
        List<Charset> charsets = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        for (String value : values) {
            for (Charset charset : charsets) {
                for (IntUnaryOperator ground : grounds(random)) {
                    byte[] pixels = pixels(ground);
                    byte[] text = value.getBytes(charset);
                    int at = random.nextInt(pixels.length - text.length);
                    System.arraycopy(text, 0, pixels, at, text.length);
                    assertThat(swept(pixels)).as(charset + " at " + at).isNotEmpty();
                    byte[] atEnd = pixels(ground);
                    System.arraycopy(text, 0, atEnd, atEnd.length - text.length, text.length);
                    assertThat(swept(atEnd)).as(charset + " at the end").isNotEmpty();
                }
            }
        }
    }

    @Test
    void theyAreFoundAcrossTheWindowsOfASearch() throws Exception {
        byte[] text = "Quxwright".getBytes(StandardCharsets.UTF_16LE);
        for (int at = 65_536 - 300; at < 65_536 + 20; at += 7) {
            byte[] pixels = new byte[SIDE * SIDE];
            System.arraycopy(text, 0, pixels, at, text.length);
            assertThat(swept(pixels)).as("at " + at).isNotEmpty();
        }
    }

    @Test
    void noiseOfAnyBrightnessHoldsNothing() throws Exception {
        Random random = new Random(SEED);
        for (int mean = 40; mean < 130; mean += 6) {
            for (int spread : new int[] {3, 8, 20}) {
                int middle = mean;
                byte[] pixels = pixels(at -> (int) Math.round(middle + random.nextGaussian() * spread));
                assertThat(swept(pixels)).as(mean + " ± " + spread).isEmpty();
            }
        }
        for (int picture = 0; picture < 30; picture++) {
            assertThat(swept(pixels(at -> random.nextInt()))).isEmpty();
        }
    }

    @Test
    void ofMeasuredPixelsTheFirstAndLastRowsAreSearched() throws Exception {
        int side = 512;
        byte[] text = "Quxwright^Pelham".getBytes(StandardCharsets.UTF_8);
        int length = side * side * 2;
        for (int at : new int[] {0, side, 60_000, length - 60_000, length - side, length - text.length}) {
            byte[] pixels = new byte[length];
            System.arraycopy(text, 0, pixels, at, text.length);
            assertThat(swept(pixels, side, 16)).as("at " + at).isNotEmpty();
        }
        assertThat(swept(new byte[length], side, 16)).isEmpty();
    }

    private static List<IntUnaryOperator> grounds(Random random) {
        return List.of(
                at -> 0, at -> 255, at -> at / SIDE, at -> random.nextInt(), at -> (at & 1) == 0 ? at / SIDE : 0);
    }

    private static byte[] pixels(IntUnaryOperator ground) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = (byte) ground.applyAsInt(at);
        }
        return pixels;
    }

    private List<Residue> swept(byte[] pixels) throws Exception {
        return swept(pixels, SIDE, 8);
    }

    private List<Residue> swept(byte[] pixels, int side, int bits) throws Exception {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1.9");
        data.putText(Tag.PATIENT_NAME, "Quxwright^Pelham");
        data.putText(Tag.PATIENT_ID, "47110886");
        data.putText(Tag.PATIENT_BIRTH_DATE, "19610307");
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putInts(Tag.ROWS, Vr.US, side);
        data.putInts(Tag.COLUMNS, Vr.US, side);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, bits);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        Path file = folder.resolve("image");
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(file);
        DicomFile original = DicomFile.read(file);
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(Requests.with()).apply(original, values);
        return new ResidueSweep(Requests.with()).sweep(clean.file(), values);
    }
}
