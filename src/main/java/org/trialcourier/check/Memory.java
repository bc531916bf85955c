// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;

/**
 * What this workstation sent before, against which a selection is compared.
 *
 * @param marks of the trial in question; null where nothing is remembered
 * @param sent submissions that were not cancelled, oldest first
 * @param elsewhere what was sent for other trials, each under its own key, which stays on this computer
 */
public record Memory(@Nullable Marks marks, List<Sent> sent, List<Memory> elsewhere) {
    /** Nothing was sent before. */
    public static final Memory NONE = new Memory(null, List.of());

    public Memory {
        sent = List.copyOf(sent);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Of one trial alone. */
    public Memory(@Nullable Marks marks, List<Sent> sent) {
        this(marks, sent, List.of());
    }

    /** The submission of the subject and visit that a study was sent with before, the latest. */
    public Optional<Sent> ofStudy(Study study, String subject, String visit) {
        Marks known = marks;
        return known == null
                ? Optional.empty()
                : sent.stream()
                        .filter(each ->
                                each.subject().equals(subject) && each.visit().equals(visit))
                        .filter(each -> each.studies().containsKey(known.study(study.uid())))
                        .reduce((earlier, later) -> later);
    }

    /** Whether an image was sent before, and with which submission. */
    Optional<Sent> holding(Study study, Instance instance) {
        Marks known = marks;
        if (known == null) {
            return Optional.empty();
        }
        String studyMark = known.study(study.uid());
        return sent.stream()
                .filter(each -> each.studies().containsKey(studyMark) && each.holds(studyMark, instance, known))
                .findFirst();
    }

    /** A selection without what was sent before for the same subject and visit: what a resend should hold. */
    public List<Study> delta(List<Study> selection, String subject, String visit) {
        List<Study> fresh = new ArrayList<>();
        for (Study study : selection) {
            List<Series> series = new ArrayList<>();
            for (Series each : study.series()) {
                List<Instance> left = each.instances().stream()
                        .filter(instance -> holding(study, instance)
                                .filter(it -> it.subject().equals(subject)
                                        && it.visit().equals(visit))
                                .isEmpty())
                        .toList();
                if (!left.isEmpty()) {
                    series.add(new Series(each.uid(), each.modality(), each.description(), each.number(), left));
                }
            }
            if (!series.isEmpty()) {
                fresh.add(new Study(study.uid(), study.date(), study.time(), study.description(), series));
            }
        }
        return fresh;
    }
}
