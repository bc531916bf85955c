// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import org.trialcourier.dicom.Phi;

/** Where an instance belongs: its patient, study and series, as its header says. One object for a whole series. */
public record Place(
        PatientIdentity patient,
        String studyUid,
        Phi<String> studyDate,
        Phi<String> studyTime,
        Phi<String> studyDescription,
        String seriesUid,
        String modality,
        Phi<String> seriesDescription,
        Phi<String> seriesNumber) {}
