// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.List;
import org.trialcourier.check.Finding;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;

/** The work of a review that has nothing to say; tests say what theirs has. */
public class NothingFound implements ReviewWork {
    @Override
    public List<Finding> findings(Progress progress) {
        return List.of();
    }

    @Override
    public List<Phrase> compared() {
        return List.of();
    }

    @Override
    public boolean namesPatient(String text) {
        return false;
    }

    @Override
    public Preview preview(Progress progress) throws ProblemException {
        return new Preview(List.of(), List.of());
    }
}
