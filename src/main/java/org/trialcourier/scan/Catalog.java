// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.List;
import java.util.stream.Stream;
import org.trialcourier.dicom.Phi;

/**
 * What a scan found: patients with their studies, and every file that was not taken.
 *
 * @param files all files looked at, each of them an instance or left out
 * @param missing files that a disc's table of contents names and that are not there
 */
public record Catalog(List<Patient> patients, List<LeftOut> leftOut, int files, List<Phi<String>> missing) {
    public Catalog {
        patients = List.copyOf(patients);
        leftOut = List.copyOf(leftOut);
        missing = List.copyOf(missing);
    }

    /** A catalog of a source where nothing is known to be missing. */
    public Catalog(List<Patient> patients, List<LeftOut> leftOut, int files) {
        this(patients, leftOut, files, List.of());
    }

    /** All studies of all patients; a study with images of two patients is there twice. */
    public List<Study> studies() {
        return patients.stream().flatMap(patient -> patient.studies().stream()).toList();
    }

    /** Files left out that may be images somebody misses. */
    public int losses() {
        return (int) leftOut.stream().filter(left -> left.reason().isLoss()).count();
    }

    /** All instances. */
    public Stream<Instance> instances() {
        return studies().stream().flatMap(Study::instances);
    }
}
