// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Text of reports and comments: what names nobody stays of use, who is named goes, and the trial may say otherwise. */
class ReportTextTest {
    private static final int CONTENT = 0x0040A730;
    private static final int TEXT = 0x0040A160;

    @TestFactory
    Stream<DynamicTest> findingsThatNameNobodyStay() {
        return Stream.of(
                        "Target lesion 1 in segment VI measures 23 mm",
                        "Target lesion 2 in the left lower lobe measures 14 x 11 mm, stable",
                        "No new lesions. Partial response",
                        "Lymph node in the right axilla, short axis 9 mm",
                        "Sum of diameters 48 mm, decrease of 31 %",
                        "Enhancing mass in segment IVa, 3.2 cm")
                .map(text -> DynamicTest.dynamicTest(
                        text, () -> assertThat(contentItem(text)).isEqualTo(text)));
    }

    @Test
    void aReportLosesWhoIsNamed() {
        assertThat(contentItem("Reported by Dr. Fictional Quillfeather, lesion 23 mm"))
                .doesNotContain("Quillfeather")
                .contains("lesion 23 mm");
    }

    @Test
    void reportsAreRefusedWhereTheTrialSaysSo() {
        DicomFile file = report("Lesion 23 mm");
        DeidRequest request = Requests.with(
                List.of(ExtraRule.of("ContentSequence", "R", null, null)), Option.CLEAN_STRUCTURED_CONTENT);
        assertThat(new Deidentifier(request).apply(file, PatientValues.collect(List.of(file))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRemarkAboutThePersonIsKeptAsFarAsTheRuleOfTheTrialSays() {
        String remark = "sister Quillfeather phoned";
        assertThat(remark(remark)).doesNotContain("Quillfeather");
        assertThat(remark(remark, ExtraRule.of("MedicalAlerts", "C", null, null)))
                .isEqualTo(remark);
        assertThat(remark(remark, ExtraRule.of("MedicalAlerts", "K", null, null)))
                .isEqualTo(remark);
        assertThat(remark(Disguises.ID + " latex", ExtraRule.of("MedicalAlerts", "K", null, null)))
                .isEqualTo("latex");
    }

    @Test
    void initialsWithDotsGoAndOthersStay() {
        assertThat(contentItem("Lesion J.Q. 23 mm", "Quillfeather^Jory")).isEqualTo("Lesion 23 mm");
    }

    private static String contentItem(String text) {
        return contentItem(text, Disguises.NAME);
    }

    private static String contentItem(String text, String name) {
        DicomFile file = report(text);
        file.data().putText(Tag.PATIENT_NAME, name);
        return clean(file, Requests.with(Option.CLEAN_STRUCTURED_CONTENT, Option.CLEAN_DESCRIPTORS))
                .items(CONTENT)
                .getFirst()
                .text(TEXT);
    }

    private static String remark(String text, ExtraRule... rules) {
        DicomFile file = DicomFile.of(AdversaryTest.person(), TransferSyntax.EXPLICIT_LITTLE);
        file.data().putText(0x00102000, text);
        return clean(file, Requests.with(List.of(rules), Option.CLEAN_DESCRIPTORS))
                .text(0x00102000);
    }

    private static DataSet clean(DicomFile file, DeidRequest request) {
        Outcome outcome = new Deidentifier(request).apply(file, PatientValues.collect(List.of(file)));
        return ((Outcome.Clean) outcome).file().data();
    }

    private static DicomFile report(String text) {
        DataSet data = AdversaryTest.person();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.22");
        DataSet item = new DataSet();
        item.putText(0x0040A040, "TEXT");
        item.putText(TEXT, Vr.UT, text);
        data.putItems(CONTENT, List.of(item));
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
