// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Imaging;
import org.trialcourier.trial.Visit;

/** Whether the visit asks for what is there, and whether what it asks for is there. */
final class ModalityCheck implements Check {
    /** Objects without pictures of the patient; {@link ContentCheck} speaks of those that matter. */
    private static final Set<String> COMPANIONS =
            Set.of("SR", "PR", "KO", "DOC", "REG", "SEG", "RTSTRUCT", "FID", "PLAN", "RWV", "AU", "OT");

    @Override
    public void run(Selection selection, Findings findings) {
        Visit visit = selection.visit();
        if (visit == null || visit.requires().isEmpty()) {
            return;
        }
        List<Imaging> required = selection.required();
        Phrase.Listing asked = Phrase.list(required.stream()
                .map(imaging -> imaging.name() + " (" + imaging.modality() + ")")
                .toList());
        for (Imaging imaging : required) {
            if (selection.ofModality(imaging.modality()).findAny().isEmpty()) {
                findings.add(
                        Codes.MISSING_IMAGING,
                        Severity.REASON,
                        Remedy.ADD_OR_EXPLAIN,
                        Phrase.of("finding.missing-imaging", visit.name(), imaging.name(), imaging.modality()),
                        List.of());
            }
        }
        Set<String> modalities = required.stream().map(Imaging::modality).collect(Collectors.toSet());
        boolean someAsked = selection.series().stream().anyMatch(each -> modalities.contains(each.modality()));
        Map<String, List<SeriesFacts>> others = new LinkedHashMap<>();
        for (SeriesFacts series : selection.series()) {
            if (!modalities.contains(series.modality()) && !COMPANIONS.contains(series.modality())) {
                others.computeIfAbsent(series.modality(), key -> new ArrayList<>())
                        .add(series);
            }
        }
        others.forEach((modality, series) -> findings.add(
                Codes.MODALITY_NOT_ASKED_FOR,
                someAsked ? Severity.NOTE : Severity.REASON,
                Remedy.LEAVE_OUT,
                modality.isEmpty()
                        ? Phrase.of("finding.modality-not-asked-for.unknown", visit.name(), asked)
                        : Phrase.of("finding.modality-not-asked-for", visit.name(), modality, asked),
                series));
    }
}
