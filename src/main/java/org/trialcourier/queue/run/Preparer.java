// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.nio.file.Path;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.Submission;
import org.trialcourier.wire.Announcement;
import org.trialcourier.work.Progress;

/** De-identifies the images of a submission and seals them as parts. */
@FunctionalInterface
public interface Preparer {
    /**
     * Fills a folder with the parts of a bag. Called again after a kill, or where parts were lost; the same sources give
     * the same bytes. All parts are safely on disk when it returns.
     *
     * @param submission what to prepare
     * @param sealedSources as given to {@link Queue#add}
     * @param folder for the parts, under the file names of the announcement
     * @return what will be announced to the receiver, with the ids of the submission
     * @throws ProblemException with {@code Remedy.WAIT} to be called again later, else the submission is held
     */
    Announcement prepare(Submission submission, byte[] sealedSources, Path folder, Progress progress)
            throws ProblemException, InterruptedException;
}
