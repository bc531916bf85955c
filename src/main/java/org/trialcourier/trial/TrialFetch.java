// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.Failures;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Gets a trial from its server, {@code GET trials/{id}}, and only where it changed since the last good copy. */
public final class TrialFetch {
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int BUSY = 423;
    private static final int TOO_MANY = 429;

    private final Caller caller;
    private final RuleCheck rules;

    /** Asks with this caller, whose own addresses include the API's, and checks the rules of what comes. */
    public TrialFetch(Caller caller, RuleCheck rules) {
        this.caller = caller;
        this.rules = rules;
    }

    /** What the server says. */
    public sealed interface Result {
        /** The last good copy still holds. */
        record Unchanged() implements Result {}

        /** A new copy; {@code tag} is its ETag, or an empty string. */
        record Fresh(Trial trial, String tag) implements Result {}

        /** The server no longer offers the trial to this workstation. */
        record Withdrawn() implements Result {}
    }

    /**
     * Asks for a trial.
     *
     * @param api root of the Submission API, ending in a slash
     * @param known the last good copy, which the answer must belong to; empty when a trial is added
     * @param tag the ETag of that copy, or an empty string
     * @throws ProblemException with {@code Offline}, {@code Busy}, {@code SignInNeeded}, {@code Refused}, or {@code
     *     BadFile} with all mistakes where the server's copy is no good; the last good copy then goes on
     */
    public Result fetch(URI api, String trialId, Optional<Trial> known, String tag)
            throws ProblemException, InterruptedException {
        URI url = api.resolve("trials/" + trialId);
        Call call = Call.of("GET", url).with("Accept", "application/json");
        Answer answer;
        try {
            answer = caller.send(tag.isEmpty() ? call : call.with("If-None-Match", tag));
        } catch (IOException e) {
            throw new ProblemException(Failures.problem(url, e), e);
        }
        String host = String.valueOf(url.getHost());
        return switch (answer.status()) {
            case NOT_MODIFIED -> new Result.Unchanged();
            case NOT_FOUND, GONE -> new Result.Withdrawn();
            case BUSY, TOO_MANY -> throw new ProblemException(new Problem.Busy(host, answer.status()));
            default -> {
                if (answer.status() >= 500) {
                    throw new ProblemException(new Problem.Busy(host, answer.status()));
                }
                if (!answer.isSuccess()) {
                    throw new ProblemException(new Problem.Refused(host, answer.status(), ""));
                }
                Trial trial = TrialFile.read("trial " + trialId, answer.body(), rules);
                mustBelong(trial, trialId, known);
                yield new Result.Fresh(trial, answer.header("ETag").orElse(""));
            }
        };
    }

    private static void mustBelong(Trial trial, String trialId, Optional<Trial> known) throws ProblemException {
        boolean sameSite =
                known.isEmpty() || known.get().site().id().equals(trial.site().id());
        if (!trial.id().equals(trialId) || !sameSite) {
            throw new ProblemException(new Problem.BadFile(
                    "trial " + trialId,
                    List.of(new Problem.Mistake(
                            trial.id().equals(trialId) ? "$.site.id" : "$.trial.id",
                            "is of another trial or site than asked for"))));
        }
    }
}
