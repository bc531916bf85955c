// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Files planted with a patient's values in many places: nothing of them survives, what the trial needs does. */
class SentinelTest {
    private static final List<String> SECRETS = List.of(
            Traps.FAMILY,
            Traps.GIVEN,
            Traps.ID,
            "KH7731904",
            "7731904",
            Traps.PHYSICIAN,
            "1961-03-04",
            "04.03.1961",
            "03/04/1961",
            "4 March 1961",
            "19610304",
            "钱小芳",
            "GRUENSPASSMEYER",
            "Grünspaßmeyer",
            "Fictional Lane",
            "Imaginary Spital",
            "1.2.276.0.9999.1.7");

    @TestFactory
    Stream<DynamicTest> nothingSurvivesTheBasicProfile() {
        return Traps.all().entrySet().stream()
                .map(trap -> DynamicTest.dynamicTest(trap.getKey(), () -> spring(trap.getValue(), Requests.with())));
    }

    @TestFactory
    Stream<DynamicTest> nothingSurvivesWhereMuchIsRetained() {
        DeidRequest request = Requests.with(
                List.of(ExtraRule.of("(0029,xx10)", "K", Traps.CREATOR, null)),
                Option.CLEAN_DESCRIPTORS,
                Option.CLEAN_GRAPHICS,
                Option.CLEAN_STRUCTURED_CONTENT,
                Option.RETAIN_DEVICE_IDENTITY,
                Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                Option.RETAIN_PATIENT_CHARACTERISTICS,
                Option.RETAIN_SAFE_PRIVATE);
        return Traps.all().entrySet().stream()
                .map(trap -> DynamicTest.dynamicTest(trap.getKey(), () -> spring(trap.getValue(), request)));
    }

    @Test
    void thereAreAtLeastFortyTraps() {
        assertThat(Traps.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void mostTrapsAreCleanedAndNotHeld() throws IOException {
        int held = 0;
        for (Map.Entry<String, Consumer<DataSet>> trap : Traps.all().entrySet()) {
            held += spring(trap.getValue(), Requests.with()) ? 0 : 1;
        }
        assertThat(held).isLessThan(Traps.all().size() / 5);
    }

    /** Whether a file came out; what came out is searched here without the program's own means. */
    private static boolean spring(Consumer<DataSet> trap, DeidRequest request) throws IOException {
        DataSet data = image();
        trap.accept(data);
        DicomFile original = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome outcome = new Deidentifier(request).apply(original, values);
        if (!(outcome instanceof Outcome.Clean clean)) {
            return false;
        }
        List<Residue> residues = new ResidueSweep(request).sweep(clean.file(), values);
        if (!residues.isEmpty()) {
            assertThat(residues.toString()).doesNotContainIgnoringCase(Traps.FAMILY);
            return false;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clean.file().write(out);
        List<String> readings = new ArrayList<>();
        for (Charset charset : List.of(
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("GB18030"))) {
            readings.add(new String(out.toByteArray(), charset).toUpperCase(Locale.ROOT));
        }
        for (String secret : SECRETS) {
            assertThat(readings).as(secret).noneMatch(reading -> reading.contains(secret.toUpperCase(Locale.ROOT)));
        }
        assertThat(clean.file().data().text(Tag.PATIENT_ID)).isEqualTo(Requests.SUBJECT);
        assertThat(clean.file().data().text(Tag.KVP)).isEqualTo("120");
        assertThat(clean.file().data().decimals(Tag.IMAGE_POSITION_PATIENT)).containsExactly(1.5, -2, 3);
        return true;
    }

    private static DataSet image() {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1.7");
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.1");
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.1.2");
        data.putText(Tag.MODALITY, "CT");
        data.putText(Tag.STUDY_DATE, "20260901");
        data.putText(Tag.PATIENT_NAME, Traps.FAMILY + '^' + Traps.GIVEN);
        data.putText(Tag.PATIENT_ID, Traps.ID);
        data.putText(0x00101000, "7731904");
        data.putText(Tag.PATIENT_BIRTH_DATE, Traps.BIRTH);
        data.putText(Tag.PATIENT_SEX, "F");
        data.putText(Tag.PATIENT_ADDRESS, "Fictional Lane 17b, Nowhere");
        data.putText(0x00102154, "+41 44 555 77 31");
        data.putText(Tag.REFERRING_PHYSICIAN_NAME, Traps.PHYSICIAN + "^Anatol");
        data.putText(Tag.INSTITUTION_NAME, "Imaginary Spital Nord");
        data.putText(Tag.KVP, "120");
        data.putText(Tag.IMAGE_POSITION_PATIENT, "1.5", "-2", "3");
        data.putInts(0x00280002, Vr.US, 1);
        data.putText(0x00280004, "MONOCHROME2");
        data.putInts(0x00280010, Vr.US, 8);
        data.putInts(0x00280011, Vr.US, 8);
        data.putInts(0x00280100, Vr.US, 16);
        data.putInts(0x00280101, Vr.US, 12);
        data.putInts(0x00280102, Vr.US, 11);
        data.putInts(0x00280103, Vr.US, 0);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, new byte[128]);
        return data;
    }
}
