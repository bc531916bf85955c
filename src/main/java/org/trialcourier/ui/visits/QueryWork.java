// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Picture;
import org.trialcourier.problem.ProblemException;

/** What the answer to a query needs of the program. */
public interface QueryWork {
    /**
     * Sends the answer; blocks.
     *
     * @param correction the submission that sends what was asked for, or null
     */
    boolean answer(UUID submission, String text, @Nullable UUID correction)
            throws ProblemException, InterruptedException;

    /** How to draw one of the images that the query is about, where they are among those scanned last. */
    Callable<Optional<Picture>> picture(Query query);

    /** Begins a submission of what is missing. */
    void fix(Query query);

    /** Whether what is missing is on a disc to practise with. */
    boolean isPractice();
}
