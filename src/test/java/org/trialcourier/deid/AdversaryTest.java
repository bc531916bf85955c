// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** An adversary writes a person's values in every disguise into every place that may be kept; none of them leaves. */
class AdversaryTest {
    static final String OWNER = "FICTIONAL VENDOR 1";
    static final DeidRequest REQUEST = Requests.with(
            List.of(
                    ExtraRule.of("(0029,xx10)", "K", OWNER, null),
                    ExtraRule.of("(0029,xx11)", "K", OWNER, null),
                    ExtraRule.of("(0029,xx12)", "K", OWNER, null),
                    ExtraRule.of("ImageComments", "C", null, null),
                    ExtraRule.of("EncapsulatedDocument", "K", null, null)),
            Option.CLEAN_DESCRIPTORS,
            Option.CLEAN_GRAPHICS,
            Option.CLEAN_STRUCTURED_CONTENT,
            Option.RETAIN_DEVICE_IDENTITY,
            Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
            Option.RETAIN_PATIENT_CHARACTERISTICS,
            Option.RETAIN_SAFE_PRIVATE);

    private interface Place {
        void put(DataSet data, String text);
    }

    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("study description", (data, text) -> data.putText(Tag.STUDY_DESCRIPTION, text));
        PLACES.put("image comments", (data, text) -> data.putText(Tag.IMAGE_COMMENTS, "thorax " + text + " axial"));
        PLACES.put("content item", (data, text) -> {
            DataSet item = new DataSet();
            item.charset(data.charset());
            item.putText(0x0040A040, "TEXT");
            item.putText(0x0040A160, "thorax " + text + " axial");
            data.putItems(0x0040A730, List.of(item));
        });
        PLACES.put("text that no rule names", (data, text) -> data.putText(0x00189005, "thorax " + text + " axial"));
        PLACES.put("private text kept by a rule", (data, text) -> {
            data.putText(0x00290010, Vr.LO, OWNER);
            data.putText(0x00291011, Vr.UT, "thorax " + text + " axial");
        });
        PLACES.put("private bytes kept by a rule", (data, text) -> {
            data.putText(0x00290010, Vr.LO, OWNER);
            byte[] value = Disguises.bytes("\1\2thorax " + text + " axial\0");
            data.putBytes(0x00291010, Vr.OB, Arrays.copyOf(value, value.length + (value.length & 1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> noTextLeavesInAnyDisguise() {
        return Disguises.texts().entrySet().stream().flatMap(disguise -> PLACES.entrySet().stream()
                .map(place -> DynamicTest.dynamicTest(
                        disguise.getKey() + " in " + place.getKey(),
                        () -> text(place.getValue(), disguise.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> noBytesLeaveInAnyDisguise() {
        return Disguises.binaries().entrySet().stream()
                .map(disguise -> DynamicTest.dynamicTest(disguise.getKey(), () -> {
                    DataSet data = person();
                    data.putText(0x00290010, Vr.LO, OWNER);
                    byte[] value = disguise.getValue();
                    data.putBytes(0x00291010, Vr.OB, Arrays.copyOf(value, value.length + (value.length & 1)));
                    byte[] left = leaving(data);
                    assertThat(new String(left, StandardCharsets.ISO_8859_1))
                            .doesNotContain(new String(value, StandardCharsets.ISO_8859_1));
                }));
    }

    private static void text(Place place, String disguised) throws Exception {
        DataSet data = person();
        place.put(data, disguised);
        byte[] left = leaving(data);
        if (left.length > 0) {
            assertThat(new String(left, StandardCharsets.UTF_8)).doesNotContain(disguised);
            assertThat(DicomFile.read(left).data().text(Tag.KVP)).isEqualTo("120");
        }
    }

    /** What leaves; nothing where the file is held, and then with a place. */
    static byte[] leaving(DataSet data) throws Exception {
        DicomFile original = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        PatientValues values = PatientValues.collect(List.of(original));
        if (!(new Deidentifier(REQUEST).apply(original, values) instanceof Outcome.Clean clean)) {
            return new byte[0];
        }
        List<Residue> residues = new ResidueSweep(REQUEST).sweep(clean.file(), values);
        if (!residues.isEmpty()) {
            assertThat(residues.getFirst().place()).contains("(");
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clean.file().write(out);
        return out.toByteArray();
    }

    static DataSet person() {
        DataSet data = new DataSet();
        data.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.11.7");
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.11");
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.11.2");
        data.putText(Tag.MODALITY, "CT");
        data.putText(Tag.STUDY_DATE, "20260901");
        data.putText(Tag.PATIENT_NAME, Disguises.NAME);
        data.putText(Tag.PATIENT_ID, Disguises.ID);
        data.putText(Tag.PATIENT_BIRTH_DATE, Disguises.BIRTH);
        data.putText(Tag.ACCESSION_NUMBER, Disguises.ACCESSION);
        data.putText(Tag.PATIENT_ADDRESS, Disguises.ADDRESS);
        data.putText(0x00102154, Disguises.PHONE);
        data.putText(Tag.REFERRING_PHYSICIAN_NAME, Disguises.PHYSICIAN);
        data.putText(Tag.INSTITUTION_NAME, Disguises.INSTITUTION);
        data.putText(Tag.KVP, "120");
        return data;
    }
}
