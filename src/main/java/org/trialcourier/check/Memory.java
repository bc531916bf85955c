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
 */
public record Memory(@Nullable Marks marks, List<Sent> sent) {
    /** Nothing was sent before. */
    public static final Memory NONE = new Memory(null, List.of());

    public Memory {
        sent = List.copyOf(sent);
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
