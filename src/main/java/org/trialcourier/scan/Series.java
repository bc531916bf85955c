// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.List;
import org.trialcourier.dicom.Phi;

/** A series of one study, its instances in the order of their numbers. */
public record Series(
        String uid, String modality, Phi<String> description, Phi<String> number, List<Instance> instances) {
    public Series {
        instances = List.copyOf(instances);
    }

    /** Size of all files in bytes. */
    public long bytes() {
        return instances.stream().mapToLong(Instance::bytes).sum();
    }

    /** Pictures in it: frames of all instances. */
    public long frames() {
        return instances.stream().mapToLong(Instance::frames).sum();
    }
}
