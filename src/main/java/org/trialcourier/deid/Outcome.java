// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.List;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.problem.Phrase;

/** What de-identification gives: a whole new file, or a refusal. There is no third result. */
public sealed interface Outcome {
    /**
     * A de-identified file, in memory but for large values, which still stand in the source.
     *
     * @param changes what happened to each attribute, kept ones too; empty where it was not asked for
     */
    record Clean(DicomFile file, List<Change> changes) implements Outcome {
        public Clean {
            changes = List.copyOf(changes);
        }
    }

    /** The instance cannot be made safe; {@code reason} holds no data of the patient. */
    record Refused(Phrase reason) implements Outcome {}
}
