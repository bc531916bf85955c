// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.Failures;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.WireJson;

/** Finds the Submission API of a receiver of which only the tus endpoint was given. */
public final class ApiBeside {
    private static final int OK = 200;
    private static final int BROKEN = 500;
    private static final int NOT_MADE = 501;

    private ApiBeside() {}

    /**
     * The API's base where {@code api/v1/} stands beside the tus endpoint and answers as one; nothing for a plain tus
     * server.
     *
     * @throws ProblemException {@code Offline} or {@code BadCertificate} where nobody answers, {@code Busy} where the
     *     receiver has trouble: without its API nothing would be verified
     */
    public static Optional<URI> of(HttpAccess access, URI tus) throws ProblemException, InterruptedException {
        URI folder = tus.getPath().endsWith("/") ? tus : URI.create(tus + "/");
        URI base = folder.resolve("../api/v1/");
        try {
            Answer answer =
                    new Caller(access, TokenSource.none(), tus, base).send(Call.of("GET", base.resolve("trials")));
            if (answer.status() >= BROKEN && answer.status() != NOT_MADE) {
                throw new ProblemException(
                        new Problem.Busy(String.valueOf(base.getHost()), answer.status(), answer.retryAfterSeconds()));
            }
            boolean api = answer.status() == OK && WireJson.tree(answer.body()).isArray();
            return api ? Optional.of(base) : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(Failures.problem(tus, e), e);
        }
    }
}
