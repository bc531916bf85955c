// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.wire.QueryAnswer;

/** What a person says about a submission: the answer to what its receiver asks, and why it is given up. */
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
        app.sentBefore().mustNameNobody(text, "place.answer", app.queue().get(id));
        return app.runner()
                .answer(
                        id,
                        new QueryAnswer(
                                text.strip(),
                                app.user(),
                                OffsetDateTime.now(app.clock()).toString(),
                                correction));
    }

    /**
     * Gives a submission up, and keeps why.
     *
     * @param reason may be blank
     * @throws ProblemException {@code TypedIdentifier} where the reason names the patient; nothing was given up then
     */
    public Submission giveUp(UUID id, String reason) throws ProblemException {
        if (!reason.isBlank()) {
            app.sentBefore().mustNameNobody(reason, "place.reason", app.queue().get(id));
        }
        return app.queue().cancel(id, app.user(), reason.strip());
    }
}
