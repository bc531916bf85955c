// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances put together by their place. Each place is one object in a scan; looking at it alone saves comparing texts
 * for each instance, and the next instance is mostly of the same place.
 */
final class ByPlace {
    private final Map<Place, List<Instance>> lists = new IdentityHashMap<>();
    private @Nullable Place last;
    private List<Instance> lastList = new ArrayList<>();

    @SuppressWarnings("ReferenceEquality")
    void add(Instance instance) {
        if (instance.place() != last) {
            last = instance.place();
            lastList = list(instance.place());
        }
        lastList.add(instance);
    }

    /** Takes over the instances of others. */
    void addAll(ByPlace others) {
        others.lists.forEach((place, instances) -> list(place).addAll(instances));
    }

    /** The instances of each place, to be changed at will. */
    Map<Place, List<Instance>> lists() {
        return lists;
    }

    private List<Instance> list(Place place) {
        return lists.computeIfAbsent(place, key -> new ArrayList<>());
    }
}
