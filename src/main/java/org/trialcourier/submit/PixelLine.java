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
 * One decision about pixels, as a plan keeps it: rectangles for a series or for a kind of device, covered or allowed to be
 * seen, or that a series was looked through.
 *
 * @param series its UID in the source, or null for a device
 * @param manufacturer of the device, or null for a series
 * @param boxes rectangles; empty where the series was only looked through
 * @param seen true where the rectangles stay as they are; else null, and they are burned in
 */
record PixelLine(
        @Nullable String series,
        @Nullable String manufacturer,
        @Nullable String model,
        int columns,
        int rows,
        List<Box> boxes,
        @Nullable Boolean seen) {

    static List<PixelLine> of(PixelPlan plan) {
        List<PixelLine> lines = new ArrayList<>();
        plan.masks().forEach(mask -> lines.add(of(mask, null)));
        plan.harmless().forEach(mask -> lines.add(of(mask, true)));
        plan.reviewed().stream()
                .sorted()
                .forEach(series -> lines.add(new PixelLine(series, null, null, 0, 0, List.of(), null)));
        return lines;
    }

    private static PixelLine of(PixelPlan.Mask mask, @Nullable Boolean seen) {
        return switch (mask.scope()) {
            case PixelPlan.OfSeries one -> new PixelLine(one.seriesUid(), null, null, 0, 0, mask.boxes(), seen);
            case PixelPlan.OfDevice device ->
                new PixelLine(
                        null,
                        device.manufacturer(),
                        device.model(),
                        device.columns(),
                        device.rows(),
                        mask.boxes(),
                        seen);
        };
    }

    boolean isCover() {
        return !boxes.isEmpty() && seen == null;
    }

    boolean isAllowed() {
        return !boxes.isEmpty() && seen != null;
    }

    boolean isLook() {
        return boxes.isEmpty();
    }

    static PixelPlan plan(List<PixelLine> lines) {
        List<PixelPlan.Mask> masks = new ArrayList<>();
        List<PixelPlan.Mask> harmless = new ArrayList<>();
        Set<String> reviewed = new HashSet<>();
        for (PixelLine line : lines) {
            String series = line.series();
            if (series != null && line.isLook()) {
                reviewed.add(series);
            } else {
                PixelPlan.Scope scope = series != null
                        ? new PixelPlan.OfSeries(series)
                        : new PixelPlan.OfDevice(
                                text(line.manufacturer()), text(line.model()), line.columns(), line.rows());
                (line.isAllowed() ? harmless : masks).add(new PixelPlan.Mask(scope, line.boxes()));
            }
        }
        return new PixelPlan(masks, reviewed, harmless);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
