// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.check.Codes;
import org.trialcourier.check.Finding;
import org.trialcourier.deid.ClinicalTrial;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.TrialKey;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.work.Progress;

/** A loss in the one image of another kind is found, wherever it stands in its series. */
class LossFindingsTest {
    private static final String PET = "1.2.840.10008.5.1.4.1.1.128";

    @TempDir
    Path folder;

    @Test
    void theOneImageOfAnotherKindIsLookedAtToo() throws Exception {
        for (int number = 1; number <= 9; number++) {
            write(number, number == 3 ? "DERIVED" : "ORIGINAL", number == 3 ? "70" : "");
        }
        assertThat(findings()).extracting(Finding::code).contains(Codes.LOST_BY_RULES);
    }

    @Test
    void whereNothingIsLostNothingIsSaid() throws Exception {
        for (int number = 1; number <= 3; number++) {
            write(number, "ORIGINAL", "");
        }
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findings() throws Exception {
        DeidRequest request = new DeidRequest(
                Set.of(),
                List.of(),
                TrialKey.of(new byte[32]),
                "014-0007",
                new ClinicalTrial("", "LUMEN-301", "", "014", "", "BL", "", ""),
                365);
        return new LossFindings(request)
                .of(new Scanner()
                        .scan(List.of(folder), new Progress(), ScanListener.none())
                        .studies());
    }

    private void write(int number, String type, String weight) throws Exception {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, PET);
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.71." + number);
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.7");
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.71");
        data.putText(Tag.MODALITY, "PT");
        data.putText(Tag.IMAGE_TYPE, type, "PRIMARY");
        data.putText(Tag.INSTANCE_NUMBER, "" + number);
        if (!weight.isEmpty()) {
            data.putText(0x00101030, weight);
        }
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve(number + ".dcm"));
    }
}
