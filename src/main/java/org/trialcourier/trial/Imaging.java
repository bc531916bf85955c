// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;

/**
 * An examination that visits ask for.
 *
 * @param modality as in Modality (0008,0060), for instance {@code CT}
 */
public record Imaging(String id, String name, String modality, List<SeriesRequirement> series) {
    public Imaging {
        series = List.copyOf(series);
    }
}
