// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;

class UsableAfterTest {
    @Test
    void namesTheRuleThatTakesTheBodyWeightFromAPetImage() {
        assertThat(losses(pet(), Requests.with()))
                .extracting(UsableAfter.Loss::keyword)
                .contains("PatientWeight", "SeriesDate");
        assertThat(losses(pet(), Requests.with()).getFirst().rule()).contains("E.1-1");
    }

    @Test
    void findsNothingLostWhereTheOptionsKeepWhatUptakeNeeds() {
        assertThat(losses(
                        pet(),
                        Requests.with(
                                Option.RETAIN_PATIENT_CHARACTERISTICS, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)))
                .isEmpty();
    }

    @Test
    void aRuleThatBreaksGeometryIsReported() {
        DicomFile file = pet();
        file.data().putText(Tag.IMAGE_POSITION_PATIENT, "1", "2", "3");
        DeidRequest request = Requests.with(List.of(ExtraRule.of("ImagePositionPatient", "X", null, null)));
        assertThat(losses(file, request))
                .contains(new UsableAfter.Loss(
                        "(0020,0032)", "ImagePositionPatient", UsableAfter.Need.GEOMETRY, "trial rule: X"));
    }

    @Test
    void theUsualOptionsLoseNoGeometryNorDiffusionOfAnySample() {
        DeidRequest request = Requests.with(
                Option.RETAIN_PATIENT_CHARACTERISTICS,
                Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                Option.RETAIN_SAFE_PRIVATE);
        for (java.nio.file.Path sample : Samples.files()) {
            try {
                DicomFile file = DicomFile.read(sample);
                Outcome outcome = new Deidentifier(request).apply(file, new PatientValues());
                if (outcome instanceof Outcome.Clean clean) {
                    assertThat(UsableAfter.compare(file, clean).stream()
                                    .filter(loss -> !loss.path().startsWith("(0088,0200)"))
                                    .filter(loss -> !loss.path().startsWith("(0009,"))
                                    .filter(loss -> !loss.path().startsWith("(0019,1029)")))
                            .as(sample.toString())
                            .isEmpty();
                }
            } catch (NotDicomException unreadable) {
                assertThat(unreadable.kind()).isNotNull();
            }
        }
    }

    private static List<UsableAfter.Loss> losses(DicomFile file, DeidRequest request) {
        PatientValues values = PatientValues.collect(List.of(file));
        return UsableAfter.compare(file, (Outcome.Clean) new Deidentifier(request).apply(file, values));
    }

    private static DicomFile pet() {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.128");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.8");
        data.putText(Tag.MODALITY, "PT");
        data.putText(Tag.SERIES_DATE, "20260901");
        data.putText(Tag.SERIES_TIME, "101112");
        data.putText(Tag.PATIENT_WEIGHT, "61");
        DataSet tracer = new DataSet();
        tracer.putText(0x00181072, "093000");
        tracer.putText(0x00181074, "370000000");
        data.putItems(0x00540016, List.of(tracer));
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
