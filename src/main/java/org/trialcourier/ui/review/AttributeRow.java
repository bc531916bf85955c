// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.Locale;
import java.util.Set;
import org.trialcourier.deid.Action;

/**
 * One attribute in the preview, all in words.
 *
 * @param rule the whole rule with the clause of the standard behind it, told on hover
 * @param shortRule the rule in few words, for the table
 * @param search all its texts in lower case
 * @param freeText whether a person may have typed the value
 */
public record AttributeRow(
        String name,
        String tag,
        String before,
        String after,
        Action action,
        String actionWord,
        String rule,
        String shortRule,
        int images,
        boolean freeText,
        String search) {

    /** What of the table is shown. */
    public enum Filter {
        ALL,
        CHANGED,
        KEPT,
        REMOVED,
        FREE_TEXT
    }

    private static final Set<Action> GONE = Set.of(Action.REMOVED, Action.EMPTIED);

    /** Whether something else leaves than what was there; a text that was looked through may stay as it was. */
    public boolean isChanged() {
        return action != Action.KEPT && !(action == Action.CLEANED && before.equals(after));
    }

    /** Whether a filter lets it through. */
    public boolean passes(Filter filter, String wanted) {
        boolean kind =
                switch (filter) {
                    case ALL -> true;
                    case CHANGED -> isChanged() && !GONE.contains(action);
                    case KEPT -> !isChanged();
                    case REMOVED -> GONE.contains(action);
                    case FREE_TEXT -> freeText;
                };
        return kind && search.contains(wanted.strip().toLowerCase(Locale.ROOT));
    }
}
