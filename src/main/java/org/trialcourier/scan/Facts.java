// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What checks need to know of an instance and what is mostly alike in a series: matrix, spacing, orientation, thickness,
 * technique, names of protocol and device. Values stand as in the file, several ones separated by backslashes. Equal
 * facts are one object in a catalog.
 */
public final class Facts {
    /** Nothing known. */
    public static final Facts NONE = new Facts(Map.of());

    private final int[] tags;
    private final String[] values;

    /** Facts by tag; an empty value counts as absent. */
    public Facts(Map<Integer, String> byTag) {
        Map<Integer, String> sorted = new TreeMap<>(byTag);
        sorted.values().removeIf(String::isEmpty);
        this.tags = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.values = sorted.values().toArray(String[]::new);
    }

    /** The value of an attribute, several ones separated by backslashes; empty where it is absent or not kept. */
    public String text(int tag) {
        int at = Arrays.binarySearch(tags, tag);
        return at < 0 ? "" : values[at];
    }

    /** The values of an attribute as numbers; one that is no number is NaN. */
    public double[] decimals(int tag) {
        String text = text(tag);
        if (text.isEmpty()) {
            return new double[0];
        }
        return Arrays.stream(text.split("\\\\", -1)).mapToDouble(Facts::number).toArray();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && Arrays.equals(tags, facts.tags) && Arrays.equals(values, facts.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tags) + Arrays.hashCode(values);
    }

    /** Facts may hold names of people in free text, so they do not print. */
    @Override
    public String toString() {
        return "Facts of " + tags.length + " attributes";
    }
}
