// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A series that an examination must contain.
 *
 * @param min how many such series at least; 0 = welcome but not required
 * @param match attribute keyword to the pattern that one of its values must contain; a series has to satisfy all of
 *     them, and every series of the modality satisfies none at all
 * @param limits hold for each series that matches
 */
public record SeriesRequirement(String name, int min, Map<String, Pattern> match, List<Limit> limits) {
    public SeriesRequirement {
        match = Collections.unmodifiableMap(new LinkedHashMap<>(match));
        limits = List.copyOf(limits);
    }
}
