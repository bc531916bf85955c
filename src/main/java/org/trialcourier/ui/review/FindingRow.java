// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialcourier.check.Finding;

/** A finding with the reason that is being typed for it. */
public final class FindingRow {
    /** Shorter texts explain nothing. */
    private static final int SHORTEST_REASON = 3;

    private final Finding finding;
    private final StringProperty reason = new SimpleStringProperty("");

    FindingRow(Finding finding) {
        this.finding = finding;
    }

    /** What was found. */
    public Finding finding() {
        return finding;
    }

    /** Why it is right as it is. */
    public StringProperty reason() {
        return reason;
    }

    /** Whether it no longer stands in the way. */
    public boolean isSettled() {
        return switch (finding.severity()) {
            case BLOCK -> false;
            case REASON -> reason.get().strip().length() >= SHORTEST_REASON;
            case NOTE -> true;
        };
    }
}
