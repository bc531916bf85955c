// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;

/** A series of the selection with the facts of its images. */
final class SeriesFacts {
    private final Study study;
    private final Series series;
    private final List<ImageFacts> images;
    private @Nullable Geometry geometry;

    SeriesFacts(Study study, Series series, List<ImageFacts> images) {
        this.study = study;
        this.series = series;
        this.images = List.copyOf(images);
    }

    Study study() {
        return study;
    }

    Series series() {
        return series;
    }

    List<ImageFacts> images() {
        return images;
    }

    /** Where its slices lie; found out once. */
    synchronized Geometry geometry() {
        Geometry known = geometry;
        if (known == null) {
            known = Geometry.of(planes());
            geometry = known;
        }
        return known;
    }

    SeriesFacts with(SeriesFacts more) {
        List<ImageFacts> both = new ArrayList<>(images);
        both.addAll(more.images);
        return new SeriesFacts(study, series, List.copyOf(both));
    }

    String modality() {
        return series.modality();
    }

    /** For the screen: CT "Thorax 1.0" (401 images). */
    Phrase label() {
        String description = series.description().reveal().strip();
        if (!description.isEmpty()) {
            return Phrase.of("finding.series.named", kind(), description, many());
        }
        String number = series.number().reveal().strip();
        return number.isEmpty()
                ? Phrase.of("finding.series.bare", kind(), many())
                : Phrase.of("finding.series.numbered", kind(), number, many());
    }

    /** For manifests: the same without free text. */
    Phrase safeLabel() {
        return Phrase.of("finding.series.safe", many(), kind());
    }

    private Phrase kind() {
        return modality().isEmpty() ? Phrase.of("finding.series.unknown") : Phrase.verbatim(modality());
    }

    private Phrase many() {
        return hasPixels() ? Words.images(images.size()) : Phrase.of("count.objects", images.size());
    }

    /** All values of an attribute over all images, each once, in order of appearance. */
    Set<String> distinct(int tag) {
        Set<String> values = new LinkedHashSet<>();
        images.forEach(image -> values.addAll(image.values(tag)));
        return values;
    }

    boolean hasPixels() {
        return images.stream().anyMatch(image -> image.instance().frames() > 0);
    }

    /** Overview pictures, whose slices lie as they please. */
    boolean isLocalizer() {
        return distinct(Tag.IMAGE_TYPE).contains("LOCALIZER");
    }

    List<Plane> planes() {
        return images.stream().flatMap(image -> image.planes().stream()).toList();
    }
}
