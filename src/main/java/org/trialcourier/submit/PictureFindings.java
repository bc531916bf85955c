// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialcourier.check.Codes;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Writing;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Series;
import org.trialcourier.work.Progress;

/** What is written in the pictures of a draft, in the words of the checks, and what follows from it. */
final class PictureFindings {
    private PictureFindings() {}

    /** What looking for text in each series of a draft came to, by series UID; series that a person looked through are not named. */
    static Map<String, Writing> writing(WritingSearch search, Draft draft, Progress progress)
            throws InterruptedException {
        List<Series> all = draft.images().studies().stream()
                .flatMap(study -> study.series().stream())
                .filter(series -> !draft.pixels().reviewed().contains(series.uid()))
                .toList();
        Map<String, Writing> writing = new HashMap<>();
        progress.begin("progress.looking");
        progress.total(all.stream().mapToLong(search::images).sum(), -1);
        for (Series series : all) {
            Writing found = search.of(series, progress).under(draft.pixels());
            writing.merge(series.uid(), found, (a, b) -> a.outcome().compareTo(b.outcome()) >= 0 ? a : b);
        }
        return writing;
    }

    /** Series that somebody looked through, or covered something in and nothing else was found. */
    static Set<String> seen(PixelPlan pixels, Map<String, Writing> writing) {
        Set<String> seen = new HashSet<>(pixels.reviewed());
        pixels.masks().forEach(mask -> {
            if (mask.scope() instanceof PixelPlan.OfSeries one
                    && writing.getOrDefault(one.seriesUid(), Writing.NOT_LOOKED).places() == 0
                    && writing.getOrDefault(one.seriesUid(), Writing.NOT_LOOKED).why() == null) {
                seen.add(one.seriesUid());
            }
        });
        return seen;
    }

    /** Sources of series whose pictures may not leave as they are, by their references, each with the reason. */
    static Map<String, Phrase> held(Draft draft, List<Finding> findings) {
        Map<String, Phrase> held = new HashMap<>();
        for (Finding finding : findings) {
            Phrase why =
                    switch (finding.blocks() ? finding.code() : "") {
                        case Codes.BURNED_IN_PATIENT -> Phrase.of("held.patient-written");
                        case Codes.BURNED_IN_UNSEEN -> Phrase.of("held.unseen");
                        default -> null;
                    };
            if (why != null) {
                draft.images().studies().stream()
                        .flatMap(study -> study.series().stream())
                        .filter(series -> finding.seriesUids().contains(series.uid()))
                        .flatMap(series -> series.instances().stream())
                        .forEach(instance -> held.put(instance.source().reference(), why));
            }
        }
        return held;
    }
}
