// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trialcourier.check.Codes;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Deidentifier;
import org.trialcourier.deid.Outcome;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.deid.UsableAfter;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;

/**
 * De-identifies the first, the middle and the last image of each series and one of each kind in it, and finds what an
 * endpoint needs and the rules take away, before anything is sent. Rules look at attributes, not at images, so these
 * stand for the rest.
 */
final class LossFindings {
    private static final int MOST_KINDS = 12;

    private final DeidRequest request;

    LossFindings(DeidRequest request) {
        this.request = request;
    }

    /** One finding for each thing that can no longer be measured; it needs a reason. */
    List<Finding> of(List<Study> studies) {
        Map<UsableAfter.Need, Found> found = new EnumMap<>(UsableAfter.Need.class);
        for (Study study : studies) {
            for (Series series : study.series()) {
                for (UsableAfter.Loss loss : losses(series)) {
                    found.computeIfAbsent(loss.need(), need -> new Found()).add(series, loss);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        found.forEach((need, each) -> findings.add(each.finding(need)));
        return findings;
    }

    private List<UsableAfter.Loss> losses(Series series) {
        Deidentifier deidentifier = new Deidentifier(request);
        List<UsableAfter.Loss> losses = new ArrayList<>();
        for (Instance instance : samples(series.instances())) {
            try {
                DicomFile original = DicomFile.read(instance.source().open(), ReadOptions.WHOLE);
                PatientValues values = PatientValues.collect(List.of(original));
                if (deidentifier.apply(original, values) instanceof Outcome.Clean clean) {
                    losses.addAll(UsableAfter.compare(original, clean));
                }
            } catch (IOException | NotDicomException unreadable) {
                // Cleaning holds it, and says so; there is nothing to compare.
            }
        }
        return losses;
    }

    /** Images of one kind have the same attributes: a localizer, a map of values and a slice do not. */
    private static Set<Instance> samples(List<Instance> all) {
        Set<Instance> chosen = new LinkedHashSet<>();
        if (!all.isEmpty()) {
            chosen.add(all.getFirst());
            chosen.add(all.get(all.size() / 2));
            chosen.add(all.getLast());
        }
        Set<List<String>> kinds = new HashSet<>();
        for (Instance one : all) {
            String type = one.facts().text(Tag.IMAGE_TYPE);
            if (kinds.size() < MOST_KINDS && kinds.add(List.of(one.sopClass(), one.transferSyntax(), type))) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private static final class Found {
        private final Set<String> series = new LinkedHashSet<>();
        private final Set<String> modalities = new TreeSet<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private void add(Series of, UsableAfter.Loss loss) {
            series.add(of.uid());
            modalities.add(of.modality());
            attributes.putIfAbsent(loss.keyword(), loss.rule());
        }

        private Finding finding(UsableAfter.Need need) {
            List<Phrase> lost = new ArrayList<>();
            attributes.forEach(
                    (keyword, rule) -> lost.add(Phrase.of("finding.lost-by-rules.attribute", keyword, rule)));
            Phrase what =
                    switch (need) {
                        case SUV -> Phrase.of("finding.lost-by-rules.suv");
                        case DIFFUSION -> Phrase.of("finding.lost-by-rules.diffusion");
                        case GEOMETRY -> Phrase.of("finding.lost-by-rules.geometry");
                        case SCALE -> Phrase.of("finding.lost-by-rules.scale");
                        case TIMING -> Phrase.of("finding.lost-by-rules.timing");
                        case FUNCTIONAL_GROUPS -> Phrase.of("finding.lost-by-rules.functional-groups");
                        case PIXELS -> Phrase.of("finding.lost-by-rules.pixels");
                    };
            Phrase where = Phrase.of("finding.lost-by-rules.series", series.size(), Phrase.list(modalities));
            Phrase message = Phrase.of("finding.lost-by-rules", what, where, Phrase.list(lost));
            // Few trials measure when each slice was taken, and every mosaic says so in private attributes.
            Severity severity = need == UsableAfter.Need.TIMING ? Severity.NOTE : Severity.REASON;
            return new Finding(
                    Codes.LOST_BY_RULES, severity, message, message, List.copyOf(series), Finding.Remedy.EXPLAIN);
        }
    }
}
