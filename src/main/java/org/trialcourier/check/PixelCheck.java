// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.check.ImageFacts.Pixels;
import org.trialcourier.dicom.Tag;

/** Whether each image is whole, and whether each has a name of its own. */
final class PixelCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        Map<String, SeriesFacts> seen = new LinkedHashMap<>();
        Set<SeriesFacts> clashing = new LinkedHashSet<>();
        for (SeriesFacts series : selection.series()) {
            for (ImageFacts image : series.images()) {
                SeriesFacts other = seen.putIfAbsent(image.instance().sopInstanceUid(), series);
                if (other != null) {
                    clashing.add(other);
                    clashing.add(series);
                }
            }
            cutShort(series, findings);
            unreadable(series, findings);
            suv(series, findings);
        }
        if (!clashing.isEmpty()) {
            findings.add(
                    Codes.UID_CLASH,
                    Severity.BLOCK,
                    Remedy.LEAVE_OUT,
                    "Different images have the same identification (SOP Instance UID), so one would replace the other."
                            + " Leave out the wrong ones: "
                            + Words.list(
                                    clashing.stream().map(SeriesFacts::label).toList()) + ".",
                    "Different images have the same SOP Instance UID.",
                    clashing);
        }
    }

    private static void cutShort(SeriesFacts series, Findings findings) {
        List<ImageFacts> cut = series.images().stream()
                .filter(image -> image.pixels().isShort())
                .toList();
        if (cut.isEmpty()) {
            return;
        }
        Pixels pixels = cut.getFirst().pixels();
        String what = pixels.compressed()
                ? Words.counted(pixels.found(), "picture") + " instead of " + pixels.expected()
                : pixels.found() + " bytes of pixels instead of " + pixels.expected();
        String many = cut.size() == 1 ? "1 image is" : cut.size() + " images are";
        findings.add(
                Codes.TRUNCATED,
                Severity.REASON,
                Remedy.LEAVE_OUT,
                "%s cut short in %s: %s.".formatted(many, series.label(), what),
                "%s cut short in %s: %s.".formatted(many, series.safeLabel(), what),
                List.of(series));
    }

    private static void unreadable(SeriesFacts series, Findings findings) {
        List<ImageFacts> bad = series.images().stream()
                .filter(image -> !image.unreadable().isEmpty())
                .toList();
        if (!bad.isEmpty()) {
            String why = bad.getFirst().unreadable();
            findings.add(
                    Codes.UNREADABLE,
                    Severity.BLOCK,
                    Remedy.LEAVE_OUT,
                    "%s of %s cannot be read: %s.".formatted(Words.images(bad.size()), series.label(), why),
                    "%s of %s cannot be read.".formatted(Words.images(bad.size()), series.safeLabel()),
                    List.of(series));
        }
    }

    private static void suv(SeriesFacts series, Findings findings) {
        List<String> missing =
                series.modality().equals("PT") && series.hasPixels() ? SuvInputs.missing(series) : List.of();
        if (!missing.isEmpty() && !series.distinct(Tag.IMAGE_TYPE).contains("SECONDARY")) {
            String what = String.join(", ", missing);
            findings.add(
                    Codes.SUV_INPUTS,
                    Severity.REASON,
                    Remedy.ADD_OR_EXPLAIN,
                    "No SUV can be computed from %s: it lacks %s.".formatted(series.label(), what),
                    "No SUV can be computed from %s: it lacks %s.".formatted(series.safeLabel(), what),
                    List.of(series));
        }
    }
}
