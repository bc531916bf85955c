// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;

/**
 * One decision about pixels, as a plan keeps it: rectangles for a series or for a kind of device, or that a series was
 * looked through.
 *
 * @param series its UID in the source, or null for a device
 * @param manufacturer of the device, or null for a series
 * @param boxes rectangles to burn in; empty where the series was only looked through
 */
record PixelLine(
        @Nullable String series,
        @Nullable String manufacturer,
        @Nullable String model,
        int columns,
        int rows,
        List<Box> boxes) {

    static List<PixelLine> of(PixelPlan plan) {
        List<PixelLine> lines = new ArrayList<>();
        for (PixelPlan.Mask mask : plan.masks()) {
            lines.add(
                    switch (mask.scope()) {
                        case PixelPlan.OfSeries one -> new PixelLine(one.seriesUid(), null, null, 0, 0, mask.boxes());
                        case PixelPlan.OfDevice device ->
                            new PixelLine(
                                    null,
                                    device.manufacturer(),
                                    device.model(),
                                    device.columns(),
                                    device.rows(),
                                    mask.boxes());
                    });
        }
        plan.reviewed().stream()
                .sorted()
                .forEach(series -> lines.add(new PixelLine(series, null, null, 0, 0, List.of())));
        return lines;
    }

    static PixelPlan plan(List<PixelLine> lines) {
        List<PixelPlan.Mask> masks = new ArrayList<>();
        Set<String> reviewed = new HashSet<>();
        for (PixelLine line : lines) {
            String series = line.series();
            if (series != null && line.boxes().isEmpty()) {
                reviewed.add(series);
            } else if (series != null) {
                masks.add(new PixelPlan.Mask(new PixelPlan.OfSeries(series), line.boxes()));
            } else {
                masks.add(new PixelPlan.Mask(
                        new PixelPlan.OfDevice(
                                text(line.manufacturer()), text(line.model()), line.columns(), line.rows()),
                        line.boxes()));
            }
        }
        return new PixelPlan(masks, reviewed);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
