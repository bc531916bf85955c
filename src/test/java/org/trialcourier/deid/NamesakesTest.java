// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Patients who are called like a word that the program or the trial writes into every file. */
class NamesakesTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    @ParameterizedTest
    @CsvSource({"Basic^Ivana", "Lumen^Ada", "Option^Paul", "Pharma^Lia", "Example^Eva", "Baseline^Max"})
    void neitherHoldTheirFilesNorLeaveInTheirComments(String name) {
        DicomFile file = file(name);
        file.data().putText(Tag.SERIES_DESCRIPTION, "Thorax " + name.replace('^', ' '));
        PatientValues values = PatientValues.collect(List.of(file));
        DeidRequest request = Requests.with(Option.CLEAN_DESCRIPTORS);
        DicomFile clean = ((Outcome.Clean) new Deidentifier(request).apply(file, values)).file();
        assertThat(sweep(request, values, clean)).isEmpty();
        assertThat(clean.data().text(Tag.SERIES_DESCRIPTION)).isEqualTo("Thorax");
        clean.data().putText(0x00204000, Vr.LT, name.replace('^', ' '));
        assertThat(sweep(request, values, clean)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Thorax Frau Xylophonbauer, Thorax",
        "Thorax Mme. Xylophonbauer, Thorax",
        "Herr Xylophonbauer Thorax, Thorax",
        "Thorax XYLOPHONBAUER Mrs, Thorax",
        "Thorax Xylophonbauer様, Thorax",
        "Thorax Xylophonbauer さん, Thorax",
        "MR Xylophonbauer Thorax 6 Fr, MR Thorax 6 Fr",
        "MRS SR MS Thorax Xylophonbauer, MRS SR MS Thorax",
        "Thorax Xylophonbauer Sr-89, Thorax Sr-89",
    })
    void aFormOfAddressGoesWithTheName(String written, String left) {
        DicomFile file = file("Xylophonbauer^Anna");
        file.data().putText(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        file.data().putText(Tag.SERIES_DESCRIPTION, written);
        PatientValues values = PatientValues.collect(List.of(file));
        DicomFile clean =
                ((Outcome.Clean) new Deidentifier(Requests.with(Option.CLEAN_DESCRIPTORS)).apply(file, values)).file();
        assertThat(clean.data().text(Tag.SERIES_DESCRIPTION)).isEqualTo(left);
    }

    @Test
    void aNameInTheIdOfTheSubjectIsHeld() {
        DicomFile file = file("Fictional^Adele");
        PatientValues values = PatientValues.collect(List.of(file));
        DeidRequest plain = Requests.with();
        DeidRequest named = new DeidRequest(
                plain.options(), List.of(), Requests.key(), "FICTIONAL-07", Requests.TRIAL, plain.dateShiftDays());
        DicomFile clean = ((Outcome.Clean) new Deidentifier(named).apply(file, values)).file();
        assertThat(sweep(named, values, clean)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call 0211 / 555 0177",
                "Tel. 555 0177",
                "phone: 5550-177",
                "4f737465726dc3bc686c656e6265636b5e57616c6275726761",
                "QWRlbGUgRmljdGlvbmFsIDE5NDg=",
                "65-170348-W-501",
                "65170348W501",
                "Samplestadt",
                "Ficti onal",
                "FICTIO-NAL"
            })
    void numbersOfTelephonesCodesAndNamesInTwoPiecesAreCutOutWhole(String secret) {
        DicomFile file = file("Fictional^Adele");
        file.data().putText(Tag.SERIES_DESCRIPTION, "Thorax " + secret);
        PatientValues values = PatientValues.collect(List.of(file));
        DataSet clean = ((Outcome.Clean) new Deidentifier(Requests.with(Option.CLEAN_DESCRIPTORS)).apply(file, values))
                .file()
                .data();
        assertThat(clean.text(Tag.SERIES_DESCRIPTION)).isEqualTo("Thorax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Osterm?hlenbeck",
                "Osterm\uFFFDhlenbeck",
                "Ostermhlenbeck",
                "Osterm_hlenbeck",
                "Osterm\u00C3\u00BChlenbeck",
                "OSTERMUEHL",
                "OSTERM W",
                "Klinikum Duesterwald",
                "DUESTERWALD"
            })
    void namesThatProgramsSpoiltOrCutShortAreCutOut(String spoilt) {
        DicomFile file = file("Osterm\u00FChlenbeck^Walburga");
        file.data().putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        file.data().putText(Tag.INSTITUTION_NAME, "Klinikum D\u00FCsterwald");
        file.data().putText(Tag.SERIES_DESCRIPTION, "Thorax " + spoilt);
        DataSet clean = ((Outcome.Clean) new Deidentifier(Requests.with(Option.CLEAN_DESCRIPTORS))
                        .apply(file, PatientValues.collect(List.of(file))))
                .file()
                .data();
        assertThat(clean.text(Tag.SERIES_DESCRIPTION)).isIn("Thorax", "Thorax W");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1_MPRAGE_SAG_p2_1x1x1_ISO",
                "ep2d_diff_mddw_64_p2_FA",
                "CT Lung 1.25 / 1.25 B60f",
                "PET AC 3D 512 / 512"
            })
    void namesOfSequencesStay(String description) {
        DicomFile file = file("Fictional^Adele");
        file.data().putText(Tag.SERIES_DESCRIPTION, description);
        PatientValues values = PatientValues.collect(List.of(file));
        DataSet clean = ((Outcome.Clean) new Deidentifier(Requests.with(Option.CLEAN_DESCRIPTORS)).apply(file, values))
                .file()
                .data();
        assertThat(clean.text(Tag.SERIES_DESCRIPTION)).isEqualTo(description);
    }

    private static List<Residue> sweep(DeidRequest request, PatientValues values, DicomFile file) {
        return new ResidueSweep(request).sweep(file, values);
    }

    private static DicomFile file(String name) {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, CT);
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.4");
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.4.1");
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.4.2");
        data.putText(Tag.PATIENT_NAME, name);
        data.putText(Tag.PATIENT_ID, "KH-77-3091");
        data.putText(0x00101040, "Tulip Lane 7, 99999 Samplestadt");
        DataSet other = new DataSet();
        other.putText(Tag.PATIENT_ID, "SV 65 170348 W 501");
        data.putItems(0x00101002, List.of(other));
        data.putText(Tag.MODALITY, "CT");
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
