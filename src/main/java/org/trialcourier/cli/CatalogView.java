// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Facts;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.SliceGaps;
import org.trialcourier.scan.Study;
import org.trialcourier.text.Words;

/** A catalog as the JSON document of DESIGN section 9, and as lines for a person. Neither names a patient. */
final class CatalogView {
    private CatalogView() {}

    static Map<String, Object> document(Catalog catalog, double seconds) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("patients", catalog.patients().size());
        document.put(
                "studies", catalog.studies().stream().map(CatalogView::study).toList());
        document.put(
                "leftOut", catalog.leftOut().stream().map(CatalogView::leftOut).toList());
        document.put("missing", catalog.missing().stream().map(Phi::reveal).toList());
        document.put("files", catalog.files());
        document.put("seconds", Math.round(seconds * 1000) / 1000.0);
        return document;
    }

    private static Map<String, Object> study(Study study) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uid", study.uid());
        document.put("date", study.date().reveal());
        document.put("modalities", study.modalities());
        document.put("series", study.series().stream().map(CatalogView::series).toList());
        return document;
    }

    private static Map<String, Object> series(Series series) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uid", series.uid());
        document.put("modality", series.modality());
        document.put("description", series.description().reveal());
        document.put("instances", series.instances().size());
        document.put("bytes", series.bytes());
        document.put("frames", series.frames());
        geometry(document, series);
        return document;
    }

    /** What the first image says; what it does not say is not there. */
    private static void geometry(Map<String, Object> document, Series series) {
        Facts facts = series.instances().getFirst().facts();
        number(document, "rows", facts, Tag.ROWS);
        number(document, "columns", facts, Tag.COLUMNS);
        numbers(document, "pixelSpacing", facts, Tag.PIXEL_SPACING);
        number(document, "sliceThickness", facts, Tag.SLICE_THICKNESS);
        number(document, "spacingBetweenSlices", facts, Tag.SPACING_BETWEEN_SLICES);
        numbers(document, "orientation", facts, Tag.IMAGE_ORIENTATION_PATIENT);
        SliceGaps.of(series).ifPresent(gaps -> {
            document.put("positions", gaps.positions());
            document.put("smallestGap", gaps.smallest());
            document.put("largestGap", gaps.largest());
        });
    }

    private static void number(Map<String, Object> document, String name, Facts facts, int tag) {
        double[] values = facts.decimals(tag);
        if (values.length > 0 && Double.isFinite(values[0])) {
            boolean whole = values[0] == Math.rint(values[0]) && Math.abs(values[0]) < 1e9;
            document.put(name, whole ? (Object) (long) values[0] : (Object) values[0]);
        }
    }

    private static void numbers(Map<String, Object> document, String name, Facts facts, int tag) {
        double[] values = facts.decimals(tag);
        if (values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite)) {
            document.put(name, Arrays.stream(values).boxed().toList());
        }
    }

    private static Map<String, Object> leftOut(LeftOut leftOut) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("path", leftOut.path().reveal());
        document.put("reason", Words.english().say(leftOut.explanation()));
        return document;
    }

    static List<String> lines(Catalog catalog, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "cli.scan.summary",
                catalog.patients().size(),
                catalog.studies().size(),
                catalog.instances().count(),
                catalog.files(),
                catalog.leftOut().size()));
        for (Study study : catalog.studies()) {
            lines.add("");
            lines.add(String.join(" ", study.modalities()) + "  "
                    + words.formats().dicomDay(study.date().reveal()) + "  "
                    + study.description().reveal());
            for (Series series : study.series()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-4s %6d  %8s  %s",
                        series.modality(),
                        series.instances().size(),
                        words.formats().bytes(series.bytes()),
                        series.description().reveal()));
            }
        }
        if (!catalog.leftOut().isEmpty()) {
            lines.add("");
            lines.add(words.say("cli.scan.left-out", catalog.leftOut().size()));
            catalog.leftOut()
                    .forEach(each -> lines.add("  " + each.path().reveal() + ": " + words.say(each.explanation())));
        }
        if (!catalog.missing().isEmpty()) {
            lines.add("");
            lines.add(words.say("cli.scan.missing", catalog.missing().size()));
            catalog.missing().forEach(each -> lines.add("  " + each.reveal()));
        }
        return lines;
    }
}
