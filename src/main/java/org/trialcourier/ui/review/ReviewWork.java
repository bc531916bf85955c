// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.List;
import org.trialcourier.check.Finding;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;

/** The long work behind the review of one draft. Both methods block and stop when the progress is cancelled. */
public interface ReviewWork {
    /** All findings, the weightiest first. */
    List<Finding> findings(Progress progress) throws ProblemException, InterruptedException;

    /** What de-identification does to every attribute of every file. */
    Preview preview(Progress progress) throws ProblemException, InterruptedException;

    /**
     * What leaves, and what cannot.
     *
     * @param refusals images that cannot be made safe, and why
     */
    record Preview(List<PreviewRow> rows, List<Problem.HeldImage> refusals) {
        /** Copies both. */
        public Preview {
            rows = List.copyOf(rows);
            refusals = List.copyOf(refusals);
        }
    }
}
