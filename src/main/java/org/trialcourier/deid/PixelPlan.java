// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.pixel.Box;

/**
 * What a person decided about the pixels of a submission.
 *
 * @param masks rectangles to burn in
 * @param reviewed series, by their UIDs in the source, that a person has looked through and found free of text outside
 *     the masks
 * @param harmless places where something is written that may be seen, a measurement for example
 */
public record PixelPlan(List<Mask> masks, Set<String> reviewed, List<Mask> harmless) {
    /** Nothing was decided. */
    public static final PixelPlan NONE = new PixelPlan(List.of(), Set.of());

    public PixelPlan {
        masks = List.copyOf(masks);
        reviewed = Set.copyOf(reviewed);
        harmless = List.copyOf(harmless);
    }

    /** Covers and series that were looked through. */
    public PixelPlan(List<Mask> masks, Set<String> reviewed) {
        this(masks, reviewed, List.of());
    }

    /** Which images a mask is for. */
    public sealed interface Scope {
        /** Whether an image is one of them. */
        boolean holds(DataSet image);
    }

    /** All images of a series, by its UID in the source. */
    public record OfSeries(String seriesUid) implements Scope {
        @Override
        public boolean holds(DataSet image) {
            return image.text(Tag.SERIES_INSTANCE_UID).equals(seriesUid);
        }
    }

    /** All images that a kind of device makes in one size. */
    public record OfDevice(String manufacturer, String model, int columns, int rows) implements Scope {
        @Override
        public boolean holds(DataSet image) {
            return image.text(Tag.MANUFACTURER).equals(manufacturer)
                    && image.text(Tag.MANUFACTURER_MODEL_NAME).equals(model)
                    && image.integer(Tag.COLUMNS).orElse(0) == columns
                    && image.integer(Tag.ROWS).orElse(0) == rows;
        }
    }

    /** Rectangles for some images. */
    public record Mask(Scope scope, List<Box> boxes) {
        public Mask {
            boxes = List.copyOf(boxes);
        }
    }

    /** All rectangles for an image. */
    public List<Box> boxes(DataSet image) {
        List<Box> boxes = new ArrayList<>();
        masks.stream().filter(mask -> mask.scope().holds(image)).forEach(mask -> boxes.addAll(mask.boxes()));
        return boxes;
    }

    /** Whether a place of an image is covered, or a person said that it may be seen. */
    public boolean settles(DataSet image, Box place) {
        return Stream.concat(masks.stream(), harmless.stream())
                .filter(mask -> mask.scope().holds(image))
                .anyMatch(mask -> mask.boxes().stream().anyMatch(box -> box.covers(place)));
    }

    /** Whether a person vouches for the pixels of an image. */
    public boolean isReviewed(DataSet image) {
        return reviewed.contains(image.text(Tag.SERIES_INSTANCE_UID));
    }
}
