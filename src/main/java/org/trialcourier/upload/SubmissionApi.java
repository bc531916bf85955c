// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.Failures;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.wire.Refusal;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.wire.SubmissionStatus;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Progress;

/** The Submission API beside the uploads: announce, hand over, ask, cancel. */
final class SubmissionApi {
    private final Caller caller;
    private final URI base;
    private final Patience patience;
    private final ReceiverKeys keys;

    /** The API at this base address. */
    SubmissionApi(Caller caller, URI base, Patience patience, ReceiverKeys keys) {
        this.keys = keys;
        this.caller = caller;
        this.base = base.getPath().endsWith("/") ? base : URI.create(base + "/");
        this.patience = patience;
    }

    /** {@code PUT submissions/{uuid}}. */
    SubmissionStatus announce(Announcement announcement) throws ProblemException, InterruptedException {
        Answer answer = send(call("PUT", announcement.submission(), "").withJson(WireJson.write(announcement)));
        if (answer.status() == 409) {
            throw new ProblemException(new Problem.PackageDiffers());
        }
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        return status(announcement.submission(), answer);
    }

    /** {@code POST submissions/{uuid}/complete}; empty where the receiver does not know the submission. */
    Optional<SubmissionStatus> complete(UUID submission) throws ProblemException, InterruptedException {
        return known(submission, send(call("POST", submission, "/complete")));
    }

    /** {@code GET submissions/{uuid}}; empty where the receiver does not know the submission. */
    Optional<SubmissionStatus> ask(UUID submission) throws ProblemException, InterruptedException {
        return known(submission, send(call("GET", submission, "")));
    }

    /** {@code POST submissions/{uuid}/answers}; empty where the receiver does not know the submission. */
    Optional<SubmissionStatus> answer(UUID submission, QueryAnswer answer)
            throws ProblemException, InterruptedException {
        return known(submission, send(call("POST", submission, "/answers").withJson(WireJson.write(answer))));
    }

    /** {@code DELETE submissions/{uuid}}; a receiver that cannot cancel, or has received it, keeps it. */
    void cancel(UUID submission) throws ProblemException, InterruptedException {
        Answer answer = send(call("DELETE", submission, ""));
        boolean settled = answer.isSuccess()
                || switch (answer.status()) {
                    case 404, 405, 409, 410, 501 -> true;
                    default -> false;
                };
        if (!settled) {
            throw refused(answer);
        }
    }

    /** A receipt that proves what was announced: whole, for just that, and signed by this receiver. */
    SignedReceipt proven(Announcement announcement, @Nullable SignedReceipt receipt) throws ProblemException {
        if (receipt == null) {
            throw new ProblemException(new Problem.ReceiptInvalid("why.no-receipt"));
        }
        if (!receipt.holds()) {
            throw new ProblemException(new Problem.ReceiptInvalid("why.bad-signature"));
        }
        if (!receipt.receipt().agreesWith(announcement)) {
            throw new ProblemException(new Problem.ReceiptInvalid("why.receipt-differs"));
        }
        if (!keys.isOf(base, receipt.publicKey())) {
            throw new ProblemException(new Problem.ReceiverKeyChanged(host()));
        }
        return receipt;
    }

    private Call call(String method, UUID submission, String rest) {
        return Call.of(method, base.resolve("submissions/" + submission + rest)).with("Accept", "application/json");
    }

    /** Sends until an answer comes that is not "not now"; every call of this API may be repeated. */
    private Answer send(Call call) throws ProblemException, InterruptedException {
        Retries retries = new Retries(patience);
        Progress untold = new Progress();
        while (true) {
            Problem problem;
            try {
                Answer answer = caller.send(call);
                if (!isForNow(answer.status()) && !isByAnother(call, answer)) {
                    return answer;
                }
                problem = new Problem.Busy(host(), answer.status(), answer.retryAfterSeconds());
            } catch (IOException e) {
                problem = Failures.problem(base, e);
                if (problem instanceof Problem.BadCertificate) {
                    throw new ProblemException(problem, e);
                }
            }
            retries.failed(problem, untold);
        }
    }

    private Optional<SubmissionStatus> known(UUID submission, Answer answer) throws ProblemException {
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        return Optional.of(status(submission, answer));
    }

    /** An answer about another submission is none: its question, end or receipt belongs to somebody else. */
    private SubmissionStatus status(UUID submission, Answer answer) throws ProblemException {
        SubmissionStatus status;
        try {
            status = WireJson.read(answer.body(), SubmissionStatus.class);
        } catch (IllegalArgumentException notAStatus) {
            throw new ProblemException(new Problem.Refused(host(), answer.status(), "why.no-submission-api"));
        }
        if (!submission.equals(status.submission())) {
            throw new ProblemException(new Problem.Refused(host(), answer.status(), "why.other-submission"));
        }
        return status;
    }

    private ProblemException refused(Answer answer) {
        String reason;
        try {
            reason = ReceiverWords.plain(
                    WireJson.read(answer.body(), Refusal.class).message());
        } catch (IllegalArgumentException notARefusal) {
            reason = "why.none-given";
        }
        return new ProblemException(new Problem.Refused(host(), answer.status(), reason));
    }

    private String host() {
        return String.valueOf(base.getHost());
    }

    private static boolean isForNow(int status) {
        return switch (status) {
            case 408, 423, 425, 429, 500, 502, 503, 504, 507, 511 -> true;
            default -> false;
        };
    }

    /** A web page, the way to one, or nothing, where an API would say something: the network wants a sign-in first. */
    private static boolean isByAnother(Call call, Answer answer) {
        boolean says =
                call.method().equals("DELETE") || answer.text().stripLeading().startsWith("{");
        return answer.isSuccess() && !says || answer.status() / 100 == 3 && answer.status() != 301;
    }
}
