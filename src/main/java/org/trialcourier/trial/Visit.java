// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;
import java.util.OptionalInt;

/**
 * A visit of the schedule. Its window runs from {@code before} days before the planned day to {@code after} days after
 * it, both included.
 *
 * @param day planned day counted from the subject's day 0; empty for an unscheduled visit, which has no window
 * @param requires ids of {@link Imaging}
 */
public record Visit(String id, String name, OptionalInt day, int before, int after, List<String> requires) {
    public Visit {
        requires = List.copyOf(requires);
    }
}
