// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.check.ImageFacts.Pixels;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;

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
                    Phrase.of(
                            "finding.uid-clash",
                            Phrase.list(
                                    clashing.stream().map(SeriesFacts::label).toList())),
                    Phrase.of("finding.uid-clash.safe"),
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
        Phrase what = Phrase.of(
                pixels.compressed() ? "finding.truncated.pictures" : "finding.truncated.bytes",
                pixels.found(),
                pixels.expected());
        findings.add(
                Codes.TRUNCATED,
                Severity.REASON,
                Remedy.LEAVE_OUT,
                Phrase.of("finding.truncated", cut.size(), series.label(), what),
                Phrase.of("finding.truncated", cut.size(), series.safeLabel(), what),
                List.of(series));
    }

    private static void unreadable(SeriesFacts series, Findings findings) {
        List<Phrase> bad = series.images().stream()
                .map(ImageFacts::unreadable)
                .flatMap(Stream::ofNullable)
                .toList();
        if (!bad.isEmpty()) {
            findings.add(
                    Codes.UNREADABLE,
                    Severity.BLOCK,
                    Remedy.LEAVE_OUT,
                    Phrase.of("finding.unreadable", Words.images(bad.size()), series.label(), bad.getFirst()),
                    Phrase.of("finding.unreadable.safe", Words.images(bad.size()), series.safeLabel()),
                    List.of(series));
        }
    }

    private static void suv(SeriesFacts series, Findings findings) {
        List<Phrase> missing =
                series.modality().equals("PT") && series.hasPixels() ? SuvInputs.missing(series) : List.of();
        if (!missing.isEmpty() && !series.distinct(Tag.IMAGE_TYPE).contains("SECONDARY")) {
            findings.add(
                    Codes.SUV_INPUTS,
                    Severity.REASON,
                    Remedy.ADD_OR_EXPLAIN,
                    Phrase.of("finding.suv-inputs", series.label(), Phrase.list(missing)),
                    Phrase.of("finding.suv-inputs", series.safeLabel(), Phrase.list(missing)),
                    List.of(series));
        }
    }
}
