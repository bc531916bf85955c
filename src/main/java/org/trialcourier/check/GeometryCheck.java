// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import java.util.Set;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Limit;

/** Whether slices are missing or doubled, in every series of slices, also where the trial names no limit. */
final class GeometryCheck implements Check {
    private static final Set<String> SLICES = Set.of("CT", "MR", "PT", "NM");
    private static final int FEW = 6;
    private static final double EVEN = 0.1;
    private static final double TILT_DEGREES = 0.5;

    @Override
    public void run(Selection selection, Findings findings) {
        for (SeriesFacts series : selection.series()) {
            if (SLICES.contains(series.modality()) && !series.isLocalizer()) {
                look(selection, series, findings);
            }
        }
    }

    /** Holes count where the other slices are so regular that something is really missing. */
    private static void look(Selection selection, SeriesFacts series, Findings findings) {
        Geometry geometry = series.geometry();
        if (geometry.planes() < FEW) {
            return;
        }
        boolean asked = selection.required().stream()
                .anyMatch(imaging -> imaging.modality().equals(series.modality()));
        Severity severity = asked ? Severity.REASON : Severity.NOTE;
        if (geometry.spread() < EVEN && geometry.hasWholeGaps()) {
            add(findings, severity, series, missing(geometry));
        }
        if (geometry.duplicates() > 0) {
            add(findings, Severity.NOTE, series, duplicates(geometry));
        }
        if (geometry.uneven()) {
            add(
                    findings,
                    severity,
                    series,
                    Breach.same(Codes.INCOMPLETE_TIME_POINTS, Phrase.of("finding.incomplete-time-points")));
        }
    }

    private static void add(Findings findings, Severity severity, SeriesFacts series, Breach breach) {
        if (findings.has(breach.code(), series)) {
            return;
        }
        findings.add(
                breach.code(),
                severity,
                Remedy.ADD_OR_EXPLAIN,
                Phrase.of("finding.of-series", series.label(), breach.message()),
                Phrase.of("finding.of-series", series.safeLabel(), breach.safeMessage()),
                List.of(series));
    }

    /** What a series does against a demand of the trial. */
    static List<Breach> breaches(Limit.Geometry demand, SeriesFacts series) {
        Geometry geometry = series.geometry();
        return switch (demand) {
            case NO_MISSING_SLICES -> geometry.gaps().isEmpty() ? List.of() : List.of(missing(geometry));
            case NO_DUPLICATE_SLICES -> geometry.duplicates() == 0 ? List.of() : List.of(duplicates(geometry));
            case UNIFORM_SPACING ->
                geometry.spread() < EVEN / 2
                        ? List.of()
                        : List.of(Breach.same(
                                Codes.UNEVEN_SPACING,
                                Phrase.of(
                                        "finding.uneven-spacing",
                                        geometry.spacing(),
                                        Math.round(geometry.spread() * 100))));
            case NO_GANTRY_TILT ->
                geometry.tilt() < TILT_DEGREES
                        ? List.of()
                        : List.of(Breach.same(
                                Codes.GANTRY_TILT,
                                Phrase.of("finding.gantry-tilt", Math.round(geometry.tilt() * 10) / 10.0)));
            case SINGLE_ORIENTATION ->
                geometry.orientations() <= 1
                        ? List.of()
                        : List.of(Breach.same(
                                Codes.MIXED_ORIENTATION,
                                Phrase.of("finding.mixed-orientation", geometry.orientations())));
        };
    }

    private static Breach missing(Geometry geometry) {
        int missing = geometry.gaps().stream().mapToInt(Geometry.Gap::missing).sum();
        List<Phrase> where = geometry.gaps().stream()
                .map(gap -> Phrase.of("finding.gap", gap.after(), gap.before(), gap.millimetres()))
                .toList();
        return Breach.same(
                Codes.MISSING_SLICES,
                Phrase.of("finding.missing-slices", missing, Phrase.list(where), geometry.spacing()));
    }

    private static Breach duplicates(Geometry geometry) {
        return Breach.same(Codes.DUPLICATE_SLICES, Phrase.of("finding.duplicate-slices", geometry.duplicates()));
    }
}
