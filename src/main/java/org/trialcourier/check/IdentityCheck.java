// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;

/** Whether every object says what it is and to which study and series it belongs; what does not would be held back. */
final class IdentityCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        for (SeriesFacts series : selection.series()) {
            long nameless = series.images().stream()
                    .filter(image -> isNameless(series, image))
                    .count();
            if (nameless > 0) {
                findings.add(
                        Codes.NO_IDENTITY,
                        Severity.BLOCK,
                        Remedy.LEAVE_OUT,
                        Phrase.of("finding.no-identity", nameless, series.label()),
                        Phrase.of("finding.no-identity", nameless, series.safeLabel()),
                        List.of(series));
            }
        }
    }

    private static boolean isNameless(SeriesFacts series, ImageFacts image) {
        return series.study().uid().isEmpty()
                || series.series().uid().isEmpty()
                || image.instance().sopInstanceUid().isEmpty()
                || image.instance().sopClass().isEmpty();
    }
}
