// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A question that the trial asks with each submission.
 *
 * @param choices for {@code CHOICE} only
 * @param unit of a {@code NUMBER}, or an empty string
 * @param min smallest {@code NUMBER}, in {@code unit}
 * @param max greatest {@code NUMBER}, in {@code unit}
 * @param when the question is asked only while this holds; null = always
 */
public record FormField(
        String id,
        String label,
        Type type,
        List<String> choices,
        boolean required,
        String unit,
        OptionalDouble min,
        OptionalDouble max,
        @Nullable Condition when) {
    public FormField {
        choices = List.copyOf(choices);
    }

    /** The name in a trial file is lower case with hyphens. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        YES_NO
    }

    /** An earlier question has this answer. */
    public record Condition(String field, String equals) {}
}
