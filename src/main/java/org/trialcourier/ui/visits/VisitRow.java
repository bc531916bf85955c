// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.util.List;

/** A subject and its visits, in the order of the schedule. */
public record VisitRow(String subject, String facts, List<VisitCell> cells) {
    /** Copies the cells. */
    public VisitRow {
        cells = List.copyOf(cells);
    }
}
