// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;

/**
 * Text that is burned into pictures. Devices of some kinds write the patient's name there as a matter of course; others
 * are taken at their word where they say that nothing is written.
 */
final class BurnedInCheck implements Check {
    private static final Set<String> SCREENS = Set.of("WSD", "DF", "SD", "SI");

    @Override
    public void run(Selection selection, Findings findings) {
        for (SeriesFacts series : selection.series()) {
            String uid = series.series().uid();
            if (series.hasPixels() && !selection.input().pixelsReviewed().contains(uid)) {
                judge(series, selection.input().writing().getOrDefault(uid, Writing.NOT_LOOKED), findings);
            }
        }
    }

    private static void judge(SeriesFacts series, Writing writing, Findings findings) {
        List<ImageFacts> pictures = series.images().stream()
                .filter(image -> image.instance().frames() > 0)
                .toList();
        boolean saysYes = pictures.stream().anyMatch(image -> says(image, "YES"));
        boolean saysNo = pictures.stream().allMatch(image -> says(image, "NO"));
        boolean likely = pictures.stream().anyMatch(image -> isLikely(series, image));
        switch (writing.outcome()) {
            case NOT_LOOKED, PARTLY -> {
                if (saysYes || (likely && !saysNo)) {
                    perhaps(series, pictures.size(), saysYes, findings);
                }
            }
            case NOTHING -> {
                if (saysYes) {
                    perhaps(series, pictures.size(), true, findings);
                }
            }
            case WRITTEN -> {
                Severity weight = saysNo && !likely ? Severity.NOTE : Severity.REASON;
                written(series, writing.places(), weight, findings);
            }
            case PATIENT -> patient(series, findings);
            case UNREADABLE -> {
                if (likely || !saysNo) {
                    unreadable(series, likely || saysYes ? Severity.BLOCK : Severity.REASON, writing.why(), findings);
                }
            }
        }
    }

    private static boolean says(ImageFacts image, String word) {
        return image.first(Tag.BURNED_IN_ANNOTATION).equals(word);
    }

    private static boolean isLikely(SeriesFacts series, ImageFacts image) {
        return BurnedIn.isLikely(series.modality(), image.instance().sopClass())
                || ContentCheck.isCapture(image)
                || SCREENS.contains(image.first(Tag.CONVERSION_TYPE));
    }

    private static void perhaps(SeriesFacts series, int pictures, boolean said, Findings findings) {
        Phrase why = Phrase.of(said ? "finding.burned-in.said" : "finding.burned-in.usual");
        findings.add(
                Codes.BURNED_IN,
                Severity.REASON,
                Remedy.EXPLAIN,
                Phrase.of("finding.burned-in", pictures, series.label(), why == null ? "" : why),
                Phrase.of("finding.burned-in.safe", pictures, series.safeLabel()),
                List.of(series));
    }

    private static void written(SeriesFacts series, int places, Severity weight, Findings findings) {
        findings.add(
                Codes.BURNED_IN,
                weight,
                Remedy.EXPLAIN,
                Phrase.of("finding.burned-in.written", series.label(), places),
                Phrase.of("finding.burned-in.written.safe", series.safeLabel(), places),
                List.of(series));
    }

    private static void patient(SeriesFacts series, Findings findings) {
        findings.add(
                Codes.BURNED_IN_PATIENT,
                Severity.BLOCK,
                Remedy.LEAVE_OUT,
                Phrase.of("finding.burned-in-patient", series.label()),
                Phrase.of("finding.burned-in-patient.safe", series.safeLabel()),
                List.of(series));
    }

    private static void unreadable(SeriesFacts series, Severity weight, @Nullable Phrase why, Findings findings) {
        findings.add(
                Codes.BURNED_IN_UNSEEN,
                weight,
                Remedy.LEAVE_OUT,
                Phrase.of("finding.burned-in-unseen", series.label(), why == null ? "" : why),
                Phrase.of("finding.burned-in-unseen.safe", series.safeLabel()),
                List.of(series));
    }
}
