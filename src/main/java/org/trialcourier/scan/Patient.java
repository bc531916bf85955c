// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.List;

/** A patient of the source with the studies found. */
public record Patient(PatientIdentity identity, List<Study> studies) {
    public Patient {
        studies = List.copyOf(studies);
    }
}
