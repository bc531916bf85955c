// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.scan.Place;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Series;

/**
 * Counts what a running scan finds, from any number of threads, so that the window can read the counts ten times a
 * second instead of hearing of each file.
 */
final class ScanTally implements ScanListener {
    private final Map<Place, Count> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<LeftOut> leftOut = new ConcurrentLinkedQueue<>();

    /** Images and bytes of one series so far. */
    record Entry(Place place, long images, long bytes) {}

    private record Count(LongAdder images, LongAdder bytes) {
        Count() {
            this(new LongAdder(), new LongAdder());
        }
    }

    @Override
    public void found(Instance instance) {
        Count count = counts.computeIfAbsent(instance.place(), place -> new Count());
        count.images().increment();
        count.bytes().add(instance.bytes());
    }

    @Override
    public void leftOut(LeftOut file) {
        leftOut.add(file);
    }

    /** Each series met so far. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(counts.size());
        counts.forEach((place, count) ->
                entries.add(new Entry(place, count.images().sum(), count.bytes().sum())));
        return entries;
    }

    /** What was left out since this was last asked. */
    List<LeftOut> newlyLeftOut() {
        List<LeftOut> fresh = new ArrayList<>();
        for (@Nullable LeftOut file = leftOut.poll(); file != null; file = leftOut.poll()) {
            fresh.add(file);
        }
        return fresh;
    }

    /** The same for a finished catalog. */
    static List<Entry> entries(Catalog catalog) {
        return catalog.studies().stream()
                .flatMap(study -> study.series().stream())
                .filter(series -> !series.instances().isEmpty())
                .map(ScanTally::entry)
                .toList();
    }

    private static Entry entry(Series series) {
        return new Entry(
                series.instances().getFirst().place(), series.instances().size(), series.bytes());
    }
}
