// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.wire.QueryAnswer;

/** Answers what receivers ask about submissions. */
public final class Answers {
    private final App app;

    Answers(App app) {
        this.app = app;
    }

    /**
     * Answers.
     *
     * @param correction the submission that sends what was asked for, or null
     * @throws ProblemException {@code TypedIdentifier} where the answer names the patient; nothing has left then
     */
    public Submission send(UUID id, String text, @Nullable UUID correction)
            throws ProblemException, InterruptedException {
        app.sentBefore().mustNameNobody(text, app.queue().get(id));
        return app.runner()
                .answer(
                        id,
                        new QueryAnswer(
                                text.strip(),
                                app.user(),
                                OffsetDateTime.now(app.clock()).toString(),
                                correction));
    }
}
