// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * Series of which a person said that nothing is written in them. A series that was taken away and comes back is still
 * vouched for, one that comes with pictures she has not seen is not.
 */
final class Vouched {
    private final Map<String, Set<Frame.Spot>> seen = new HashMap<>();
    private final ObservableSet<String> now = FXCollections.observableSet(new TreeSet<>());

    void add(Shown series) {
        seen.put(series.uid(), Set.copyOf(series.spots()));
        now.add(series.uid());
    }

    void remove(Shown series) {
        seen.remove(series.uid());
        now.remove(series.uid());
    }

    void clear() {
        seen.clear();
        now.clear();
    }

    /** These series are chosen now. */
    void choose(List<Shown> chosen) {
        Map<String, Set<Frame.Spot>> spots = chosen.stream()
                .collect(Collectors.toMap(Shown::uid, one -> new HashSet<>(one.spots()), Vouched::joined));
        Set<String> holding = new TreeSet<>(spots.keySet());
        holding.removeIf(uid -> !seen.getOrDefault(uid, Set.of()).containsAll(spots.get(uid)));
        now.retainAll(holding);
        now.addAll(holding);
    }

    private static <T> Set<T> joined(Set<T> one, Collection<T> other) {
        one.addAll(other);
        return one;
    }

    ObservableSet<String> now() {
        return now;
    }
}
