// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trialcourier.check.Finding;
import org.trialcourier.text.Words;

/** Findings as JSON, and as lines for a person. */
final class FindingView {
    /** What programs read is the same on every computer. */
    private static final Words ENGLISH = Words.english();

    private FindingView() {}

    static List<Map<String, Object>> documents(List<Finding> findings) {
        return findings.stream().map(FindingView::document).toList();
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", finding.code());
        document.put("severity", finding.severity().name());
        document.put("message", ENGLISH.say(finding.message()));
        document.put("series", finding.seriesUids());
        return document;
    }

    static List<String> lines(List<Finding> findings, Words words) {
        return findings.stream()
                .map(finding -> words.say(
                        "cli.finding",
                        words.say("severity." + finding.severity().name().toLowerCase(Locale.ROOT)),
                        words.say(finding.message()),
                        finding.code()))
                .toList();
    }
}
