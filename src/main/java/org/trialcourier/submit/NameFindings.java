// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import org.trialcourier.check.Codes;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.sweep.NeedleMaker;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Study;

/**
 * Says where the sweep cannot see a part of the name by itself, as two letters turn up by chance everywhere, while the
 * trial keeps free text: a person looks through that text then.
 */
record NameFindings(DeidRequest request) {

    List<Finding> of(List<Study> studies) {
        if (!keepsFreeText()) {
            return List.of();
        }
        List<String> parts = studies.stream()
                .flatMap(Study::instances)
                .map(instance -> instance.place().patient().name().reveal())
                .distinct()
                .flatMap(name -> NeedleMaker.onlyFoundTogether(name).stream())
                .distinct()
                .toList();
        return parts.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Codes.FREE_TEXT,
                        Severity.NOTE,
                        Phrase.of("finding.free-text", Phrase.all(parts)),
                        Phrase.of("finding.free-text.safe"),
                        List.of(),
                        Finding.Remedy.NONE));
    }

    private boolean keepsFreeText() {
        return request.has(Option.CLEAN_DESCRIPTORS)
                || request.has(Option.CLEAN_STRUCTURED_CONTENT)
                || request.rules().stream().anyMatch(rule -> rule.code() == 'K' || rule.code() == 'C');
    }
}
