// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;

/** Collects findings. */
final class Findings {
    private final List<Finding> list = new ArrayList<>();

    /** A finding whose words hold nothing of a patient. */
    void add(String code, Severity severity, Remedy remedy, Phrase message, Collection<SeriesFacts> series) {
        add(code, severity, remedy, message, message, series);
    }

    void add(
            String code,
            Severity severity,
            Remedy remedy,
            Phrase message,
            Phrase safeMessage,
            Collection<SeriesFacts> series) {
        List<String> uids =
                series.stream().map(each -> each.series().uid()).distinct().toList();
        list.add(new Finding(code, severity, message, safeMessage, uids, remedy));
    }

    /** Whether something of the kind was found already. */
    boolean has(String code) {
        return list.stream().anyMatch(each -> each.code().equals(code));
    }

    /** Whether something of the kind was found in a series already. */
    boolean has(String code, SeriesFacts series) {
        return list.stream()
                .anyMatch(each -> each.code().equals(code)
                        && each.seriesUids().contains(series.series().uid()));
    }

    List<Finding> list() {
        return list;
    }
}
