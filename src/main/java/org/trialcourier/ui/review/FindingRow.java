// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialcourier.check.Finding;

/** A finding with the reason that is being typed for it. */
public final class FindingRow {
    /** Shorter texts explain nothing. */
    private static final int SHORTEST_REASON = 3;

    private final Finding finding;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper named = new ReadOnlyBooleanWrapper();
    private String looked = "";

    FindingRow(Finding finding) {
        this.finding = finding;
    }

    /** Whether the reason is one, so that it is worth looking at. */
    boolean isLongEnough() {
        return reason.get().strip().length() >= SHORTEST_REASON;
    }

    /** What was found. */
    public Finding finding() {
        return finding;
    }

    /** Why it is right as it is. */
    public StringProperty reason() {
        return reason;
    }

    /** Whether the reason names the patient; unknown, and so not settled, until it was looked at. */
    public ReadOnlyBooleanProperty named() {
        return named.getReadOnlyProperty();
    }

    /** Notes that a reason was looked at; one that was changed meanwhile is not meant. */
    void looked(String text, boolean names) {
        if (text.equals(reason.get())) {
            looked = text;
            named.set(names);
        }
    }

    /** Whether it no longer stands in the way. */
    public boolean isSettled() {
        return switch (finding.severity()) {
            case BLOCK -> false;
            case REASON -> isLongEnough() && reason.get().equals(looked) && !named.get();
            case NOTE -> true;
        };
    }
}
