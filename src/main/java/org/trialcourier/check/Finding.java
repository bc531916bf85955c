// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import org.trialcourier.problem.Phrase;

/**
 * The result of a check.
 *
 * @param code stable name of the kind of finding, see {@link Codes}; a reason is given for a code
 * @param message plain words; may hold values of the source, so it is for the screen only
 * @param safeMessage the same without anything of a patient: for the manifest and the audit trail
 * @param seriesUids the series concerned, by their original UIDs: never stored
 * @param remedy what the person can do about it
 */
public record Finding(
        String code, Severity severity, Phrase message, Phrase safeMessage, List<String> seriesUids, Remedy remedy) {

    public Finding {
        seriesUids = List.copyOf(seriesUids);
    }

    /** What the screen offers beside a finding. */
    public enum Remedy {
        /** Leave out what the finding names. */
        LEAVE_OUT,
        /** Add more images, or say why there are none. */
        ADD_OR_EXPLAIN,
        /** Choose another subject or visit. */
        CHOOSE_AGAIN,
        /** Say why it is right as it is. */
        EXPLAIN,
        /** Nothing to do. */
        NONE
    }

    /** Whether sending needs a reason. */
    public boolean needsReason() {
        return severity == Severity.REASON;
    }

    /** Whether it forbids sending. */
    public boolean blocks() {
        return severity == Severity.BLOCK;
    }
}
