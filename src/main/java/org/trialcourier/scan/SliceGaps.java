// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.Arrays;
import java.util.Optional;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.Instance.Position;

/**
 * Where the slices of a series lie along the direction they are stacked in.
 *
 * @param positions how many different places there are
 * @param smallest the smallest distance between neighbours in millimetres, 0 where there is one place only
 * @param largest the largest
 */
public record SliceGaps(int positions, double smallest, double largest) {
    private static final double SAME_PLACE = 0.01;

    /** The gaps of a series of images that share one orientation and say where they are. */
    public static Optional<SliceGaps> of(Series series) {
        Facts facts = series.instances().getFirst().facts();
        double[] direction = facts.decimals(Tag.IMAGE_ORIENTATION_PATIENT);
        String orientation = facts.text(Tag.IMAGE_ORIENTATION_PATIENT);
        if (direction.length != 6) {
            return Optional.empty();
        }
        double[] places = new double[series.instances().size()];
        for (int i = 0; i < places.length; i++) {
            Instance one = series.instances().get(i);
            Position at = one.position();
            if (at == null || !one.facts().text(Tag.IMAGE_ORIENTATION_PATIENT).equals(orientation)) {
                return Optional.empty();
            }
            places[i] = along(direction, at);
        }
        return Optional.of(between(places));
    }

    /** The place along the normal of the image plane (PS3.3 C.7.6.2.1.1). */
    private static double along(double[] d, Position at) {
        return at.x() * (d[1] * d[5] - d[2] * d[4])
                + at.y() * (d[2] * d[3] - d[0] * d[5])
                + at.z() * (d[0] * d[4] - d[1] * d[3]);
    }

    private static SliceGaps between(double[] places) {
        Arrays.sort(places);
        int different = 1;
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (int i = 1; i < places.length; i++) {
            double gap = places[i] - places[i - 1];
            if (gap > SAME_PLACE) {
                different++;
                smallest = Math.min(smallest, gap);
                largest = Math.max(largest, gap);
            }
        }
        return new SliceGaps(different, different == 1 ? 0 : smallest, largest);
    }
}
