// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Uids;
import org.trialcourier.dicom.Vr;

class EngineTest {
    private static final DateTimeFormatter DA = DateTimeFormatter.BASIC_ISO_DATE;

    @Test
    void thePatientBecomesTheSubjectOfTheTrial() {
        DataSet clean = clean(file(), Requests.with());
        assertThat(clean.text(Tag.PATIENT_NAME)).isEqualTo(Requests.SUBJECT);
        assertThat(clean.text(Tag.PATIENT_ID)).isEqualTo(Requests.SUBJECT);
        assertThat(clean.contains(Tag.PATIENT_BIRTH_DATE)).isTrue();
        assertThat(clean.hasValue(Tag.PATIENT_BIRTH_DATE)).isFalse();
        assertThat(clean.text(Tag.CLINICAL_TRIAL_SPONSOR_NAME)).isEqualTo("Example Pharma");
        assertThat(clean.text(Tag.CLINICAL_TRIAL_PROTOCOL_ID)).isEqualTo("LUMEN-301");
        assertThat(clean.text(Tag.CLINICAL_TRIAL_SITE_ID)).isEqualTo("014");
        assertThat(clean.text(Tag.CLINICAL_TRIAL_SUBJECT_ID)).isEqualTo(Requests.SUBJECT);
        assertThat(clean.text(Tag.CLINICAL_TRIAL_TIME_POINT_ID)).isEqualTo("BL");
        assertThat(clean.text(Tag.CLINICAL_TRIAL_TIME_POINT_DESCRIPTION)).isEqualTo("Baseline");
    }

    @Test
    void saysExactlyWhatWasDone() {
        DataSet clean =
                clean(file(), Requests.with(Option.CLEAN_DESCRIPTORS, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES));
        assertThat(clean.text(Tag.PATIENT_IDENTITY_REMOVED)).isEqualTo("YES");
        assertThat(clean.text(0x00280303)).isEqualTo("MODIFIED");
        assertThat(clean.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE).stream()
                        .map(item -> item.text(Tag.CODE_VALUE)))
                .containsExactly("113100", "113105", "113107");
        assertThat(clean.texts(Tag.DEIDENTIFICATION_METHOD).getFirst()).contains("2024e");
        assertThat(clean(file(), Requests.with()).text(0x00280303)).isEqualTo("REMOVED");
        assertThat(clean(file(), Requests.with(Option.RETAIN_LONGITUDINAL_FULL_DATES))
                        .text(0x00280303))
                .isEqualTo("UNMODIFIED");
    }

    @Test
    void theFileHeaderIsNewAndFitsTheDataSet() throws IOException {
        DicomFile original = file();
        original.meta().putText(Tag.SOURCE_APPLICATION_ENTITY_TITLE, Vr.AE, "HOSPITAL_CT");
        DicomFile clean =
                ((Outcome.Clean) new Deidentifier(Requests.with()).apply(original, new PatientValues())).file();
        assertThat(clean.meta().contains(Tag.SOURCE_APPLICATION_ENTITY_TITLE)).isFalse();
        assertThat(clean.meta().text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID))
                .isEqualTo(clean.data().text(Tag.SOP_INSTANCE_UID));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clean.write(out);
        assertThat(out.toByteArray()).startsWith(new byte[128]);
    }

    @Test
    void sameInputAndKeyGiveTheSameBytes() throws IOException {
        assertThat(bytes(file(), Requests.with())).isEqualTo(bytes(file(), Requests.with()));
        byte[] key = "another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII);
        DeidRequest other = new DeidRequest(
                Requests.with().options(), List.of(), TrialKey.of(key), Requests.SUBJECT, Requests.TRIAL, 365);
        assertThat(bytes(file(), other)).isNotEqualTo(bytes(file(), Requests.with()));
    }

    @Test
    void uidsThatWereEqualStayEqualAndReferencesHold() {
        DicomFile file = file();
        DataSet reference = new DataSet();
        reference.putText(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        reference.putText(Tag.REFERENCED_SOP_INSTANCE_UID, file.data().text(Tag.SOP_INSTANCE_UID));
        file.data().putItems(0x0008114A, List.of(reference));
        file.data().putText(0x00203006, "1");
        file.data().putText(0x00083001 + 9, Vr.UI, "1.2.3.4", "1.2.3.5");
        DataSet clean = clean(file, Requests.with());
        DataSet item = clean.items(0x0008114A).getFirst();
        assertThat(item.text(Tag.REFERENCED_SOP_INSTANCE_UID))
                .isEqualTo(clean.text(Tag.SOP_INSTANCE_UID))
                .startsWith("2.25.");
        assertThat(item.text(Tag.REFERENCED_SOP_CLASS_UID)).isEqualTo("1.2.840.10008.5.1.4.1.1.2");
        assertThat(Uids.isValid(clean.text(Tag.SOP_INSTANCE_UID))).isTrue();
        assertThat(clean(file, Requests.with(Option.RETAIN_UIDS)).text(Tag.SOP_INSTANCE_UID))
                .isEqualTo("1.2.276.0.9999.3");
    }

    @Test
    void aRuleOfTheTrialWinsAndTheMoreExactOneFirst() {
        DicomFile file = file();
        file.data().putText(Tag.PATIENT_AGE, "061Y");
        DataSet item = new DataSet();
        item.putText(Tag.PATIENT_AGE, "062Y");
        file.data().putItems(0x0008114A, List.of(item));
        List<ExtraRule> rules = new ArrayList<>(List.of(
                ExtraRule.of("PatientAge", "K", null, null),
                ExtraRule.of("ReferencedInstanceSequence.PatientAge", "X", null, null),
                ExtraRule.of("(0008,1030)", "D", null, "CT of the chest")));
        for (int turn = 0; turn < 6; turn++) {
            Collections.shuffle(rules, new Random(turn));
            DataSet clean = clean(file, Requests.with(rules));
            assertThat(clean.text(Tag.PATIENT_AGE)).isEqualTo("061Y");
            assertThat(clean.items(0x0008114A).getFirst().contains(Tag.PATIENT_AGE))
                    .isFalse();
            assertThat(clean.text(Tag.STUDY_DESCRIPTION)).isEqualTo("CT of the chest");
        }
    }

    @Test
    void rulesThatCannotHoldAreNamed() {
        assertThatThrownBy(() -> ExtraRule.of("PatientName", "K", null, null)).hasMessageContaining("cannot be kept");
        for (String person : List.of(
                "PatientBirthDate",
                "AccessionNumber",
                "StudyID",
                "ReferringPhysicianName",
                "PerformingPhysicianName",
                "OperatorsName",
                "PatientBirthName",
                "PatientAddress",
                "PatientTelephoneNumbers",
                "OtherPatientIDsSequence",
                "RequestAttributesSequence.AccessionNumber")) {
            for (String action : List.of("K", "C")) {
                assertThatThrownBy(() -> ExtraRule.of(person, action, null, null))
                        .hasMessageContaining(person + " says who somebody is");
            }
            assertThat(ExtraRule.of(person, "X", null, null).code()).isEqualTo('X');
        }
        for (String action : List.of("X", "Z", "D", "U", "R")) {
            assertThatThrownBy(() -> ExtraRule.of("PatientID", action, null, null))
                    .hasMessageContaining("subject's id");
            assertThatThrownBy(() -> ExtraRule.of("PixelData", action, null, null))
                    .hasMessageContaining("without their picture");
            assertThatThrownBy(() -> ExtraRule.of("(0008,0016)", action, null, null))
                    .hasMessageContaining("without their identity");
        }
        assertThatThrownBy(() -> ExtraRule.of("(0020,000d)", "X", null, null)).hasMessageContaining("their identity");
        assertThat(ExtraRule.of("StudyInstanceUID", "U", null, null).code()).isEqualTo('U');
        assertThat(ExtraRule.of("IconImageSequence.PixelData", "X", null, null).code())
                .isEqualTo('X');
        assertThat(ExtraRule.of("InstitutionName", "K", null, null).code()).isEqualTo('K');
        assertThatThrownBy(() -> ExtraRule.of("PatientNome", "K", null, null)).hasMessageContaining("no keyword");
        assertThatThrownBy(() -> ExtraRule.of("PatientAge", "keep", null, null)).hasMessageContaining("K, X, Z");
        assertThatThrownBy(() -> ExtraRule.of("(0019,xx0C)", "K", null, null)).hasMessageContaining("creator");
        List<ExtraRule> both =
                List.of(ExtraRule.of("PatientAge", "K", null, null), ExtraRule.of("(0010,1010)", "X", null, null));
        assertThatThrownBy(() -> new Deidentifier(Requests.with(both))).hasMessageContaining("contradict");
    }

    @Test
    void safePrivateAttributesStayWithTheirOwner() {
        DicomFile file = file();
        file.data().putText(0x00190011, Vr.LO, "SIEMENS MR HEADER");
        file.data().putText(0x0019110C, Vr.IS, "1000");
        file.data().putText(0x00191199, Vr.LO, "anything");
        DataSet clean = clean(file, Requests.with(Option.RETAIN_SAFE_PRIVATE));
        assertThat(clean.text(0x00190011)).isEqualTo("SIEMENS MR HEADER");
        assertThat(clean.text(0x0019110C)).isEqualTo("1000");
        assertThat(clean.contains(0x00191199)).isFalse();
        assertThat(clean(file, Requests.with()).contains(0x00190011)).isFalse();
    }

    @Test
    void cleanedDescriptionsKeepTheirMedicine() {
        DicomFile file = file();
        file.data()
                .putText(
                        Tag.STUDY_DESCRIPTION,
                        "CT chest 1.5 mm C+ Dr. Vorbrodtsky 12.04.2026 tel 044 555 77 31, MRN 12345678");
        DataSet clean = clean(file, Requests.with(Option.CLEAN_DESCRIPTORS));
        assertThat(clean.text(Tag.STUDY_DESCRIPTION))
                .startsWith("CT chest 1.5 mm C+")
                .doesNotContain("Vor", "2026", "555", "1234");
    }

    @Test
    void aReportKeepsItsContentWithoutPersonsUnderItsOption() {
        DicomFile file = file();
        file.data().putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.11");
        DataSet text = new DataSet();
        text.putText(0x0040A040, "TEXT");
        text.putText(0x0040A160, "Nodule of 8 mm, seen by Dr. Specimen on 2026-09-01");
        DataSet person = new DataSet();
        person.putText(0x0040A040, "PNAME");
        person.putText(0x0040A123, "Specimen^Fictional");
        file.data().putItems(0x0040A730, List.of(text, person));
        DataSet clean = clean(file, Requests.with(Option.CLEAN_STRUCTURED_CONTENT));
        assertThat(clean.items(0x0040A730).get(0).text(0x0040A160))
                .startsWith("Nodule of 8 mm, seen by")
                .doesNotContain("Specimen");
        assertThat(clean.items(0x0040A730).get(1).text(0x0040A123)).isEqualTo("ANONYMIZED");
        assertThat(clean(file, Requests.with()).items(0x0040A730)).hasSize(1);
        ExtraRule refuse = ExtraRule.of("ContentSequence", "R", null, null);
        assertThat(new Deidentifier(Requests.with(List.of(refuse))).apply(file, new PatientValues()))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void documentsAreRefusedUnlessTheTrialAllowsThemAndSweptThen() {
        DicomFile file = file();
        file.data().putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.104.1");
        file.data().putBytes(0x00420011, Vr.OB, Traps.pdf("Report on Specimen"));
        assertThat(new Deidentifier(Requests.with()).apply(file, new PatientValues()))
                .isInstanceOf(Outcome.Refused.class);
        DeidRequest allowing = Requests.with(List.of(ExtraRule.of("EncapsulatedDocument", "K", null, null)));
        file.data().putText(Tag.PATIENT_NAME, "Quxwright^Specimen");
        PatientValues values = PatientValues.collect(List.of(file));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(allowing).apply(file, values);
        assertThat(new ResidueSweep(allowing).sweep(clean.file(), values)).isEmpty();
        file.data().putBytes(0x00420011, Vr.OB, Traps.pdf("Report on Quxwright"));
        clean = (Outcome.Clean) new Deidentifier(allowing).apply(file, values);
        assertThat(new ResidueSweep(allowing).sweep(clean.file(), values))
                .contains(new Residue("(0042,0011) > PDF", "name"));
    }

    @Test
    void theOutputsCharacterSetIsDeclaredAndRight() {
        DicomFile file = file();
        file.data().putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 144");
        file.data().putText(Tag.SERIES_DESCRIPTION, "Лёгкие");
        ClinicalTrial greek = new ClinicalTrial("Φάρμα", "P", "", "1", "", "BL", "", "");
        DeidRequest request = new DeidRequest(
                java.util.Set.of(Option.CLEAN_DESCRIPTORS), List.of(), Requests.key(), "S-1", greek, 365);
        DataSet clean = clean(file, request);
        assertThat(clean.text(Tag.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
        assertThat(clean.text(Tag.SERIES_DESCRIPTION)).isEqualTo("Лёгкие");
        assertThat(clean.text(Tag.CLINICAL_TRIAL_SPONSOR_NAME)).isEqualTo("Φάρμα");
        assertThat(clean(file, Requests.with(Option.CLEAN_DESCRIPTORS)).text(Tag.SPECIFIC_CHARACTER_SET))
                .isEqualTo("ISO_IR 144");
    }

    @Test
    void thePreviewIsTheListOfChangesOverAllFiles() {
        Preview preview = new Preview();
        Deidentifier deidentifier = new Deidentifier(Requests.with());
        for (int i = 0; i < 3; i++) {
            DicomFile file = file();
            file.data().putText(Tag.STUDY_DESCRIPTION, "CT " + i % 2);
            preview.add(deidentifier.apply(file, PatientValues.collect(List.of(file))));
        }
        PreviewRow row = preview.rows().stream()
                .filter(r -> r.tag() == Tag.STUDY_DESCRIPTION)
                .findFirst()
                .orElseThrow();
        assertThat(row.instances()).isEqualTo(3);
        assertThat(row.action()).isEqualTo(Action.REMOVED);
        assertThat(row.before().stream().map(value -> value.reveal())).containsExactly("CT 0", "CT 1");
        assertThat(row.after()).isEmpty();
        assertThat(row.rule()).contains("E.1-1");
    }

    static DataSet clean(DicomFile file, DeidRequest request) {
        Outcome outcome = new Deidentifier(request).apply(file, PatientValues.collect(List.of(file)));
        assertThat(outcome).isInstanceOf(Outcome.Clean.class);
        return ((Outcome.Clean) outcome).file().data();
    }

    private static byte[] bytes(DicomFile file, DeidRequest request) throws IOException {
        Outcome outcome = new Deidentifier(request).apply(file, PatientValues.collect(List.of(file)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Outcome.Clean) outcome).file().write(out);
        return out.toByteArray();
    }

    static DicomFile file() {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.3");
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.3.1");
        data.putText(Tag.STUDY_DATE, "20260901");
        data.putText(Tag.STUDY_TIME, "101112.5");
        data.putText(Tag.STUDY_DESCRIPTION, "CT");
        data.putText(Tag.PATIENT_NAME, "Specimen^Fictional");
        data.putText(Tag.PATIENT_ID, "TP-0099127");
        data.putText(Tag.PATIENT_BIRTH_DATE, "19610304");
        data.putText(Tag.REFERRING_PHYSICIAN_NAME, "Vorbrodtsky^Anatol");
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
