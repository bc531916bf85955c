// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.List;
import org.trialcourier.check.Finding;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;

/** The long work behind the review of one draft. All methods block; those with a progress stop when it is cancelled. */
public interface ReviewWork {
    /** All findings, the weightiest first. */
    List<Finding> findings(Progress progress) throws ProblemException, InterruptedException;

    /** What the images were compared with to see that they are of the subject. */
    List<Phrase> compared() throws ProblemException;

    /** Whether a typed text names the patient, so that it may not leave. */
    boolean namesPatient(String text) throws ProblemException;

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
