// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import org.trialcourier.dicom.DicomFile;

/**
 * De-identifies instances as PS3.15 Annex E and the trial ask. One serves a whole submission and several threads.
 */
public final class Deidentifier {
    private final DeidRequest request;

    /**
     * A de-identifier.
     *
     * @throws IllegalArgumentException where two rules of the trial contradict each other
     */
    public Deidentifier(DeidRequest request) {
        this.request = request;
    }

    /**
     * Makes a new file from an original, which is not changed. Never throws for what a file holds: anything that goes
     * wrong is a refusal.
     */
    public Outcome apply(DicomFile original, PatientValues values) {
        return apply(original, values, true);
    }

    /** As {@link #apply(DicomFile, PatientValues)}, but without the list of changes where they are not wanted. */
    public Outcome apply(DicomFile original, PatientValues values, boolean listChanges) {
        return new Outcome.Refused("not yet " + request.subjectId().length() + values + listChanges);
    }
}
