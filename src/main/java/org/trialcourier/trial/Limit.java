// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;
import java.util.OptionalDouble;

/** What a trial demands of the images of a series. */
public sealed interface Limit {

    /**
     * A range or a list of values for an attribute, in the attribute's own unit, over all instances.
     *
     * @param tag a keyword or {@code (gggg,eeee)}
     * @param values the only values permitted, or an empty list
     * @param covers values that must each occur somewhere in the series (b-values, phases), or an empty list
     */
    record OfAttribute(String tag, OptionalDouble min, OptionalDouble max, List<String> values, List<String> covers)
            implements Limit {
        public OfAttribute {
            values = List.copyOf(values);
            covers = List.copyOf(covers);
        }
    }

    /** A demand on where the slices lie. */
    record OfGeometry(Geometry geometry) implements Limit {}

    /** How many there must be. */
    record OfCount(Counted counted, OptionalDouble min, OptionalDouble max) implements Limit {}

    /** Demands on geometry; the name in a trial file is lower case with hyphens. */
    enum Geometry {
        NO_MISSING_SLICES,
        NO_DUPLICATE_SLICES,
        UNIFORM_SPACING,
        NO_GANTRY_TILT,
        SINGLE_ORIENTATION;

        /** The name in a trial file, for instance {@code no-missing-slices}. */
        public String jsonName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What can be counted. */
    enum Counted {
        INSTANCES,
        FRAMES,
        SLICES
    }
}
