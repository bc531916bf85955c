// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.List;
import org.trialcourier.deid.sweep.FileSweep;
import org.trialcourier.dicom.DicomFile;

/**
 * Looks for the values of a patient in a finished file, before any byte of it is written: at every depth, in text of
 * every character set and in bytes. Safe for several threads.
 */
public final class ResidueSweep {
    private final DeidRequest request;

    /** A sweep for files made by a request; what the request itself puts into them is no residue. */
    public ResidueSweep(DeidRequest request) {
        this.request = request;
    }

    /** What is left; empty where the file may go. What cannot be searched counts as a residue. */
    public List<Residue> sweep(DicomFile finished, PatientValues values) {
        return new FileSweep(values.ready(request), request.has(Option.RETAIN_LONGITUDINAL_FULL_DATES)).sweep(finished);
    }
}
