// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;

/** What is likely to show or tell who the patient is, and what is no image of the examination. */
final class ContentCheck implements Check {
    private static final String DOCUMENTS = "1.2.840.10008.5.1.4.1.1.104.";
    private static final String STRUCTURED_REPORTS = "1.2.840.10008.5.1.4.1.1.88.";
    private static final Set<String> DOSE_REPORTS = Set.of(
            STRUCTURED_REPORTS + "67", STRUCTURED_REPORTS + "68", STRUCTURED_REPORTS + "73", STRUCTURED_REPORTS + "76");
    private static final String KEY_OBJECTS = STRUCTURED_REPORTS + "59";

    private static final Pattern DOSE = Pattern.compile("(?i)\\bdose|patient protocol|exam(ination)? protocol");

    @Override
    public void run(Selection selection, Findings findings) {
        for (SeriesFacts series : selection.series()) {
            Map<String, Integer> kinds = new LinkedHashMap<>();
            for (ImageFacts image : series.images()) {
                kinds.merge(kind(image), 1, Integer::sum);
            }
            kinds.remove("");
            kinds.forEach((code, count) -> note(code, count, series, findings));
        }
    }

    private static void note(String code, int count, SeriesFacts series, Findings findings) {
        Phrase many = Phrase.of("finding.content." + code, count);
        findings.add(
                code,
                Severity.NOTE,
                Remedy.LEAVE_OUT,
                Phrase.of("finding.content", many, series.label()),
                Phrase.of("finding.content.safe", many),
                List.of(series));
    }

    private static String kind(ImageFacts image) {
        String sopClass = image.instance().sopClass();
        if (DOSE_REPORTS.contains(sopClass) || isDosePicture(image)) {
            return Codes.DOSE_SHEET;
        }
        if (sopClass.startsWith(DOCUMENTS)) {
            return Codes.DOCUMENT;
        }
        if (sopClass.startsWith(STRUCTURED_REPORTS) && !sopClass.equals(KEY_OBJECTS)) {
            return Codes.REPORT;
        }
        return isCapture(image) ? Codes.SECONDARY_CAPTURE : "";
    }

    private static boolean isDosePicture(ImageFacts image) {
        boolean picture = isCapture(image) || image.values(Tag.IMAGE_TYPE).contains("SECONDARY");
        return picture && DOSE.matcher(image.first(Tag.SERIES_DESCRIPTION)).find();
    }

    static boolean isCapture(ImageFacts image) {
        return BurnedIn.isCapture(image.instance().sopClass())
                || image.values(Tag.IMAGE_TYPE).contains("SCREEN SAVE");
    }
}
