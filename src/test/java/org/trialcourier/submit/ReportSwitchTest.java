// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Source;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.Progress;

/** What a trial file says about structured reports: nothing, that they are cleaned, or that they are refused. */
class ReportSwitchTest {
    private static final int CONTENT = 0x0040A730;
    private static final int TEXT = 0x0040A160;

    @TempDir
    Path folder;

    @Test
    void withoutAWordOfTheTrialTheTextOfAReportDoesNotLeave() throws Exception {
        DataSet sent = sent("\"options\": [\"CleanDescriptors\"]");
        assertThat(item(sent).text(TEXT)).isNotEmpty().doesNotContain("lesion", "Quillfeather");
    }

    @Test
    void aTrialThatCleansReportsGetsWhatNamesNobody() throws Exception {
        DataSet sent = sent("\"options\": [\"CleanDescriptors\", \"CleanStructuredContent\"]");
        assertThat(item(sent).text(TEXT))
                .startsWith("Target lesion in the left lower lobe 23 mm, reported by")
                .doesNotContain("Marbella", "Quillfeather");
        assertThat(item(sent).text(0x0040A123)).doesNotContain("Quillfeather");
    }

    @Test
    void aTrialThatRefusesReportsGetsNone() throws Exception {
        Cleaning.Result result = result("\"options\": [\"CleanDescriptors\", \"CleanStructuredContent\"],"
                + " \"rules\": [{\"tag\": \"ContentSequence\", \"action\": \"R\"}]");
        assertThat(result).isEqualTo(new Cleaning.Held(Phrase.of("held.refused", "(0040,A730)")));
    }

    private static DataSet item(DataSet report) {
        return report.items(CONTENT).getFirst();
    }

    private DataSet sent(String deidentification) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Cleaning.Safe) result(deidentification)).content().writeTo(out);
        return DicomFile.read(out.toByteArray()).data();
    }

    private Cleaning.Result result(String deidentification) throws Exception {
        String json = """
            {"schema": 1, "trial": {"id": "LUMEN-301", "name": "Lumen 301", "sponsor": "Example Pharma"},
             "site": {"id": "014", "name": "Fictional Clinic", "timeZone": "Europe/Zurich"},
             "destination": {"type": "folder", "url": "file:///nowhere/"},
             "deidentification": {%s},
             "visits": [{"id": "BL", "name": "Baseline", "day": 0, "before": 14, "after": 0, "requires": []}],
             "imaging": [], "subjects": [{"id": "014-0007"}], "form": []}
            """.formatted(deidentification);
        Trial trial = TrialFile.read("trial.json", json.getBytes(StandardCharsets.UTF_8));
        DeidRequest request = Requests.of(trial, trial.subject("014-0007"), trial.visit("BL"), new byte[32]);
        DicomFile report = report();
        report.write(folder.resolve("report.dcm"));
        Source source = new Scanner()
                .scan(List.of(folder), new Progress(), ScanListener.none())
                .studies()
                .getFirst()
                .series()
                .getFirst()
                .instances()
                .getFirst()
                .source();
        return new Cleaning(request, PatientValues.collect(List.of(report)), false).clean(source);
    }

    private static DicomFile report() {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.22");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.30.1");
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.30.2");
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.30.3");
        data.putText(Tag.MODALITY, "SR");
        data.putText(Tag.PATIENT_NAME, "Doe^Jory Fictional");
        data.putText(Tag.PATIENT_ID, "FIC-0815-77");
        DataSet item = new DataSet();
        item.putText(0x0040A040, "TEXT");
        item.putText(0x0040A123, "Quillfeather^Marbella");
        item.putText(TEXT, Vr.UT, "Target lesion in the left lower lobe 23 mm, reported by Dr. Marbella Quillfeather");
        data.putItems(CONTENT, List.of(item));
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}
