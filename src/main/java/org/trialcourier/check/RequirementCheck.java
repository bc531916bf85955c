// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Imaging;
import org.trialcourier.trial.Limit;
import org.trialcourier.trial.SeriesRequirement;

/** Whether the series that an examination needs are there, and whether they keep the trial's limits. */
final class RequirementCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        for (Imaging imaging : selection.required()) {
            List<SeriesFacts> candidates =
                    selection.ofModality(imaging.modality()).toList();
            if (!candidates.isEmpty()) {
                imaging.series().forEach(requirement -> series(imaging, requirement, candidates, findings));
            }
        }
    }

    private static void series(
            Imaging imaging, SeriesRequirement requirement, List<SeriesFacts> candidates, Findings findings) {
        List<SeriesFacts> matching =
                candidates.stream().filter(each -> matches(requirement, each)).toList();
        if (matching.size() < requirement.min()) {
            Phrase needed = Phrase.of(
                    "finding.missing-series.needed",
                    imaging.name(),
                    requirement.name(),
                    requirement.min(),
                    matching.size());
            findings.add(
                    Codes.MISSING_SERIES,
                    Severity.REASON,
                    Remedy.ADD_OR_EXPLAIN,
                    Phrase.of(
                            "finding.missing-series",
                            needed,
                            patterns(requirement),
                            Phrase.list(
                                    candidates.stream().map(SeriesFacts::label).toList())),
                    Phrase.of("finding.missing-series.safe", needed),
                    List.of());
        }
        limits(requirement, matching, findings);
    }

    /** A pattern of the trial is no word for a coordinator: she is told what such a series is recognised by. */
    private static Object patterns(SeriesRequirement requirement) {
        return requirement.match().isEmpty() ? "" : Phrase.of("finding.missing-series.pattern");
    }

    private static boolean matches(SeriesRequirement requirement, SeriesFacts series) {
        for (Map.Entry<String, Pattern> each : requirement.match().entrySet()) {
            OptionalInt tag = Tag.parse(each.getKey());
            if (tag.isEmpty()
                    || series.distinct(tag.getAsInt()).stream()
                            .noneMatch(value -> each.getValue().matcher(value).find())) {
                return false;
            }
        }
        return true;
    }

    /**
     * As many series as the trial needs must keep every limit. Further ones that do not, for instance thick slices
     * beside thin ones, are worth a note only.
     */
    private static void limits(SeriesRequirement requirement, List<SeriesFacts> matching, Findings findings) {
        List<List<Breach>> all = new ArrayList<>();
        int good = 0;
        for (SeriesFacts series : matching) {
            List<Breach> breaches = new ArrayList<>();
            for (Limit limit : requirement.limits()) {
                breaches.addAll(Breach.of(limit, series));
            }
            good += breaches.isEmpty() ? 1 : 0;
            all.add(breaches);
        }
        Severity severity = good >= Math.max(1, requirement.min()) ? Severity.NOTE : Severity.REASON;
        for (int i = 0; i < matching.size(); i++) {
            SeriesFacts series = matching.get(i);
            for (Breach breach : all.get(i)) {
                findings.add(
                        breach.code(),
                        severity,
                        Remedy.ADD_OR_EXPLAIN,
                        Phrase.of("finding.of-series", series.label(), breach.message()),
                        Phrase.of(
                                "finding.of-requirement", requirement.name(), series.safeLabel(), breach.safeMessage()),
                        List.of(series));
            }
        }
    }
}
