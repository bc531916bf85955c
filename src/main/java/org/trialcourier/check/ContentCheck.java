// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.dicom.Tag;

/** What is likely to show or tell who the patient is, and what is no image of the examination. */
final class ContentCheck implements Check {
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final String DOCUMENTS = "1.2.840.10008.5.1.4.1.1.104.";
    private static final String STRUCTURED_REPORTS = "1.2.840.10008.5.1.4.1.1.88.";
    private static final Set<String> DOSE_REPORTS = Set.of(
            STRUCTURED_REPORTS + "67", STRUCTURED_REPORTS + "68", STRUCTURED_REPORTS + "73", STRUCTURED_REPORTS + "76");
    private static final String KEY_OBJECTS = STRUCTURED_REPORTS + "59";

    /** Devices that write into the picture as a matter of course. */
    private static final Set<String> WRITING_MODALITIES =
            Set.of("US", "IVUS", "XA", "RF", "ES", "XC", "GM", "SC", "OP", "ECG", "BMD", "HC", "OT", "DG");

    private static final Set<String> SCREENS = Set.of("WSD", "DF", "SD", "SI");
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
            if (!selection.input().pixelsReviewed().contains(series.series().uid())) {
                burnedIn(series, findings);
            }
        }
    }

    private static void note(String code, int count, SeriesFacts series, Findings findings) {
        String what =
                switch (code) {
                    case Codes.DOSE_SHEET -> "dose sheet";
                    case Codes.REPORT -> "report";
                    case Codes.DOCUMENT -> "document (PDF or similar)";
                    default -> "picture of a screen";
                };
        String many = count == 1 ? "1 " + what : count + " " + plural(what);
        findings.add(
                code,
                Severity.NOTE,
                Remedy.LEAVE_OUT,
                "%s will be sent too: %s.".formatted(many, series.label()),
                "%s in the submission.".formatted(many),
                List.of(series));
    }

    private static String plural(String what) {
        int end = what.indexOf(' ');
        return switch (what) {
            case "picture of a screen" -> "pictures of a screen";
            case "dose sheet", "report" -> what + "s";
            default -> what.substring(0, end) + "s" + what.substring(end);
        };
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

    private static boolean isCapture(ImageFacts image) {
        String sopClass = image.instance().sopClass();
        return sopClass.equals(SECONDARY_CAPTURE)
                || sopClass.startsWith(SECONDARY_CAPTURE + ".")
                || image.values(Tag.IMAGE_TYPE).contains("SCREEN SAVE");
    }

    private static void burnedIn(SeriesFacts series, Findings findings) {
        List<ImageFacts> suspects = new ArrayList<>();
        boolean said = false;
        for (ImageFacts image : series.images()) {
            String annotation = image.first(Tag.BURNED_IN_ANNOTATION);
            boolean likely = WRITING_MODALITIES.contains(series.modality())
                    || isCapture(image)
                    || SCREENS.contains(image.first(Tag.CONVERSION_TYPE));
            if (image.instance().frames() > 0 && (annotation.equals("YES") || (likely && !annotation.equals("NO")))) {
                suspects.add(image);
                said |= annotation.equals("YES");
            }
        }
        if (!suspects.isEmpty()) {
            String why = said ? "the images say so themselves" : "that is usual for such images";
            String many = suspects.size() == 1 ? "A picture" : suspects.size() + " pictures";
            findings.add(
                    Codes.BURNED_IN,
                    Severity.REASON,
                    Remedy.EXPLAIN,
                    "%s of %s may show the patient's name: %s. Look at them and mask what is written there."
                            .formatted(many, series.label(), why),
                    "%s of %s may have text burned in.".formatted(many, series.safeLabel()),
                    List.of(series));
        }
    }
}
