// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;

/** A series of the selection with the facts of its images. */
record SeriesFacts(Study study, Series series, List<ImageFacts> images) {

    String modality() {
        return series.modality();
    }

    /** For the screen: {@code CT "Thorax 1.0" (401 images)}. */
    String label() {
        String description = series.description().reveal();
        String name = description.isEmpty() ? "series " + series.number().reveal() : '"' + description + '"';
        return "%s %s (%s)".formatted(modality(), name.strip(), Words.images(images.size()));
    }

    /** For manifests: the same without free text. */
    String safeLabel() {
        return "a %s series of %s".formatted(modality(), Words.images(images.size()));
    }

    /** All values of an attribute over all images, each once, in order of appearance. */
    Set<String> distinct(int tag) {
        Set<String> values = new LinkedHashSet<>();
        images.forEach(image -> values.addAll(image.values(tag)));
        return values;
    }

    boolean hasPixels() {
        return series.instances().stream().anyMatch(instance -> instance.frames() > 0);
    }

    /** Overview pictures, whose slices lie as they please. */
    boolean isLocalizer() {
        return distinct(Tag.IMAGE_TYPE).contains("LOCALIZER");
    }

    List<Plane> planes() {
        return images.stream().flatMap(image -> image.planes().stream()).toList();
    }
}
