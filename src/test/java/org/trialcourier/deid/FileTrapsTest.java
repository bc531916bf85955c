// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;
import org.trialcourier.problem.Phrase;

/** Traps outside the data set, and in pixels. */
class FileTrapsTest {
    @Test
    void preambleHeaderAndBytesBehindTheEndDoNotLeave() throws Exception {
        DicomFile file = DicomFile.of(image(), TransferSyntax.EXPLICIT_LITTLE);
        file.meta().putText(0x00020016, Vr.AE, "QUXWRIGHT_PC");
        file.meta().putText(0x00020100, Vr.UI, "1.2.276.0.9999.77");
        file.meta().putBytes(0x00020102, Vr.OB, Traps.ascii("Quxwright,"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        byte[] bytes = out.toByteArray();
        byte[] name = Traps.ascii(Traps.FAMILY);
        System.arraycopy(name, 0, bytes, 20, name.length);
        byte[] planted = Traps.join(bytes, Traps.ascii("Quxwright behind the end"));
        DicomFile original = DicomFile.read(planted);
        assertThat(written(original)).doesNotContainIgnoringCase(Traps.FAMILY).doesNotContain("9999.77");
    }

    @Test
    void wordsInsideACompressedPictureHoldTheFileAndThoseBehindItGo() {
        byte[] noise = new byte[100_000];
        new java.util.Random(4).nextBytes(noise);
        for (int at = 0; at < noise.length; at++) {
            noise[at] = noise[at] == -1 ? 0 : noise[at];
        }
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xDA};
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        byte[] name = Traps.ascii("\1Quxwright\2");
        byte[] inside = Traps.join(start, Traps.join(noise, Traps.join(name, Traps.join(noise, end))));
        byte[] wide = Traps.FAMILY.getBytes(StandardCharsets.UTF_16LE);
        byte[] behind = Traps.join(start, Traps.join(noise, Traps.join(end, wide)));
        assertThat(sweptFrame(inside)).isNotEmpty();
        assertThat(sweptFrame(behind)).isEmpty();
        assertThat(sweptFrame(Traps.join(start, Traps.join(noise, end)))).isEmpty();
    }

    @Test
    void aNameCutInTwoHoldsTheFile() {
        DataSet data = image();
        data.putText(Tag.STUDY_DESCRIPTION, "CT Quxw");
        data.putText(Tag.SERIES_DESCRIPTION, "right thin");
        DicomFile original = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        DeidRequest request = Requests.with(Option.CLEAN_DESCRIPTORS);
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(request).apply(original, values);
        assertThat(new ResidueSweep(request).sweep(clean.file(), values)).isNotEmpty();
    }

    private static List<Residue> sweptFrame(byte[] frame) {
        DataSet data = image();
        Value parts = new Value.Fragments(List.of(new Value.Bytes(new byte[0]), new Value.Bytes(frame)));
        data.put(new Element(Tag.PIXEL_DATA, Vr.OB, parts));
        DicomFile original =
                DicomFile.of(data, TransferSyntax.of("1.2.840.10008.1.2.4.50").orElseThrow());
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(Requests.with()).apply(original, values);
        return new ResidueSweep(Requests.with()).sweep(clean.file(), values);
    }

    @Test
    void anOverlayInTheBitsOfThePixelsIsCleared() throws Exception {
        DataSet data = image();
        byte[] pixels = new byte[128];
        Arrays.fill(pixels, (byte) 0xFF);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        data.putInts(0x60000100, Vr.US, 16);
        data.putInts(0x60000102, Vr.US, 12);
        DicomFile original = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Outcome.Clean) new Deidentifier(Requests.with()).apply(original, new PatientValues()))
                .file()
                .write(out);
        DicomFile clean = DicomFile.read(out.toByteArray());
        assertThat(clean.data().contains(0x60000102)).isFalse();
        assertThat(clean.data().texts(Tag.PIXEL_DATA)).hasSize(64).containsOnly("4095");
    }

    @Test
    void theDirectoryOfADiscIsNeverSent() {
        DataSet data = image();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10");
        DicomFile directory = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        Outcome outcome = new Deidentifier(Requests.with()).apply(directory, new PatientValues());
        assertThat(outcome).isEqualTo(new Outcome.Refused(Phrase.of("held.directory")));
    }

    private static String written(DicomFile original) throws IOException, NotDicomException {
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(Requests.with()).apply(original, values);
        assertThat(new ResidueSweep(Requests.with()).sweep(clean.file(), values))
                .isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clean.file().write(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static DataSet image() {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1.7");
        data.putText(Tag.PATIENT_NAME, Traps.FAMILY + '^' + Traps.GIVEN);
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putInts(Tag.ROWS, Vr.US, 8);
        data.putInts(Tag.COLUMNS, Vr.US, 8);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 16);
        data.putInts(0x00280101, Vr.US, 12);
        data.putInts(0x00280102, Vr.US, 11);
        data.putInts(0x00280103, Vr.US, 0);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, new byte[128]);
        return data;
    }
}
