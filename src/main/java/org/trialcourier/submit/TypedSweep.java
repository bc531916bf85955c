// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.deid.Residue;
import org.trialcourier.deid.ResidueSweep;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.SubmissionManifest;

/**
 * Sweeps what a person typed, reasons and answers, for values of the patient: it leaves with the images. The signature is
 * the coordinator's own name and is not swept.
 */
final class TypedSweep {
    private static final String REASON = "typed.reason";
    private static final int TEXT_VALUE = 0x0040A160;
    private static final String BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11";

    private final ResidueSweep sweep;
    private final PatientValues values;

    TypedSweep(DeidRequest request, PatientValues values) {
        this.sweep = new ResidueSweep(request);
        this.values = values;
    }

    void check(Plan plan) throws ProblemException {
        for (SubmissionManifest.FindingLine finding : plan.findings()) {
            String reason = finding.reason();
            if (reason != null) {
                check(REASON, reason);
            }
        }
        for (var answer : plan.form().entrySet()) {
            check(answer.getKey(), answer.getValue());
        }
    }

    /** The sweep knows files, so the text is put into one. */
    private void check(String field, String text) throws ProblemException {
        DataSet data = new DataSet();
        data.putText(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        data.putText(Tag.SOP_CLASS_UID, Vr.UI, BASIC_TEXT_SR);
        data.putText(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1");
        data.putText(TEXT_VALUE, Vr.UT, text);
        List<Residue> left = sweep.sweep(DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE), values);
        if (!left.isEmpty()) {
            throw new ProblemException(
                    new Problem.TypedIdentifier(field, left.getFirst().kind()));
        }
    }
}
