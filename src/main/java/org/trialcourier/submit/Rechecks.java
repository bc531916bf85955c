// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.CheckInput;
import org.trialcourier.check.Checks;
import org.trialcourier.check.Finding;
import org.trialcourier.trial.Trial;

/**
 * Runs checks again and again while a selection, a subject or a visit changes: headers are read once for each catalog of
 * images, and forgotten with the next one. Safe for several threads, which wait for one another.
 */
public final class Rechecks {
    private @Nullable Trial trial;
    private @Nullable Checks checks;

    /** Runs all checks; only headers that are new since the last call are read. */
    synchronized List<Finding> findings(CheckInput input) {
        Checks known = checks;
        if (known == null || !input.trial().equals(trial) || !known.knowsSome(input)) {
            known = new Checks(input.trial());
            trial = input.trial();
            checks = known;
        }
        return known.check(input);
    }

    /** Forgets all that was read. */
    public synchronized void forget() {
        trial = null;
        checks = null;
    }
}
