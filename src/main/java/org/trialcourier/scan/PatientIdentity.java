// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import org.trialcourier.dicom.Phi;

/** Who a patient is in the source: all five must agree for two images to be of one patient. Absent ones are empty. */
public record PatientIdentity(
        Phi<String> id, Phi<String> name, Phi<String> birthDate, Phi<String> issuer, String sex) {}
