// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;
import org.trialcourier.trial.Limit;
import org.trialcourier.trial.Trial;

/** Facts of instances, read once each. They are held in memory only. */
final class FactStore {
    private final FactReader reader;
    private final Map<Instance, ImageFacts> known = Collections.synchronizedMap(new IdentityHashMap<>());

    private final Map<Series, SeriesFacts> knownSeries = Collections.synchronizedMap(new IdentityHashMap<>());

    FactStore(Trial trial) {
        this.reader = new FactReader(wanted(trial));
    }

    /** Reads the headers that are not known yet, on all cores. */
    private void read(List<Study> studies) {
        studies.stream()
                .flatMap(Study::instances)
                .filter(instance -> !known.containsKey(instance))
                .toList()
                .parallelStream()
                .forEach(this::facts);
    }

    boolean knowsSome(List<Study> studies) {
        return studies.stream().flatMap(Study::instances).anyMatch(known::containsKey);
    }

    /** Instances of one series are one series, also where the scan found two spellings of the patient in it. */
    Selection select(CheckInput input) {
        read(input.studies());
        Map<List<String>, SeriesFacts> all = new LinkedHashMap<>();
        for (Study study : input.studies()) {
            for (Series series : study.series()) {
                if (!series.instances().isEmpty()) {
                    all.merge(
                            List.of(study.uid(), series.uid(), series.modality()),
                            facts(study, series),
                            SeriesFacts::with);
                }
            }
        }
        return new Selection(input, List.copyOf(all.values()));
    }

    private SeriesFacts facts(Study study, Series series) {
        SeriesFacts found = knownSeries.get(series);
        if (found == null) {
            found = new SeriesFacts(
                    study, series, series.instances().stream().map(this::facts).toList());
            knownSeries.put(series, found);
        }
        return found;
    }

    private ImageFacts facts(Instance instance) {
        ImageFacts found = known.get(instance);
        if (found == null) {
            found = reader.read(instance);
            known.put(instance, found);
        }
        return found;
    }

    /** The attributes that the trial's limits and patterns name. */
    private static Set<Integer> wanted(Trial trial) {
        Set<Integer> tags = new TreeSet<>();
        trial.imaging().stream().flatMap(imaging -> imaging.series().stream()).forEach(series -> {
            series.match().keySet().forEach(name -> Tag.parse(name).ifPresent(tags::add));
            for (Limit limit : series.limits()) {
                if (limit instanceof Limit.OfAttribute attribute) {
                    Tag.parse(attribute.tag()).ifPresent(tags::add);
                }
            }
        });
        return tags;
    }
}
