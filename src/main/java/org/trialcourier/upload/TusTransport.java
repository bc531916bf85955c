// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Failures;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.wire.SubmissionStatus;
import org.trialcourier.work.Progress;

/** Parts by tus, the submission by the Submission API where the receiver has one. */
final class TusTransport implements Transport {
    /** What a receipt of a plain tus server says. */
    static final String UNVERIFIED = "why.stored-unverified";

    private static final int QUICK_LOOKS = 10;
    private static final long LOOK_MILLIS = 200;

    private final TusUpload.Shared shared;
    private final @Nullable SubmissionApi api;
    private final Map<UUID, SubmissionStatus> known = new ConcurrentHashMap<>();

    TusTransport(TusUpload.Shared shared, @Nullable SubmissionApi api) {
        this.shared = shared;
        this.api = api;
    }

    @Override
    public void announce(Announcement announcement) throws ProblemException, InterruptedException {
        if (api != null) {
            known.put(announcement.submission(), api.announce(announcement));
        }
    }

    @Override
    public void send(Announcement announcement, SealedPart part, UploadMemory memory, Progress progress)
            throws ProblemException, InterruptedException {
        if (isThere(announcement, part.info())) {
            progress.addBytes(part.info().size());
        } else {
            new TusUpload(shared, announcement, part, memory, progress).run();
        }
    }

    /** Whether the receiver said by itself that it has this part. */
    private boolean isThere(Announcement announcement, PartInfo part) {
        SubmissionStatus status = known.get(announcement.submission());
        return status != null && !status.missingParts().contains(part.number());
    }

    @Override
    public Verdict finish(Announcement announcement) throws ProblemException, InterruptedException {
        if (api == null) {
            return new Verdict.StoredUnverified(UNVERIFIED);
        }
        Optional<SubmissionStatus> answer = api.complete(announcement.submission());
        if (answer.isEmpty()) {
            api.announce(announcement);
            answer = api.complete(announcement.submission());
        }
        Verdict verdict = verdict(api, announcement, answer);
        for (int i = 0; i < QUICK_LOOKS && verdict instanceof Verdict.Verifying; i++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            verdict = verdict(api, announcement, api.ask(announcement.submission()));
        }
        return verdict;
    }

    private Verdict verdict(SubmissionApi receiver, Announcement announcement, Optional<SubmissionStatus> answer)
            throws ProblemException {
        SubmissionStatus status = answer.orElseThrow(
                () -> new ProblemException(new Problem.Refused(host(), 404, "why.receiver-forgets")));
        known.put(announcement.submission(), status);
        return switch (status.state()) {
            case ANNOUNCED, RECEIVING -> missing(status);
            case VERIFYING -> new Verdict.Verifying();
            case RECEIVED -> new Verdict.Received(receiver.proven(announcement, status.receipt()));
            case QUERY -> new Verdict.Query(status.messages());
            case QUARANTINED -> new Verdict.Quarantined(status.messages());
            case REJECTED -> new Verdict.Rejected(status.messages());
        };
    }

    /** A receiver that lacks nothing, and yet has not begun to verify, could not store what it has. */
    private Verdict missing(SubmissionStatus status) throws ProblemException {
        if (status.missingParts().isEmpty()) {
            throw new ProblemException(new Problem.Busy(host(), Problem.Busy.CANNOT_STORE));
        }
        return new Verdict.Missing(status.missingParts());
    }

    @Override
    public Verdict answer(Announcement announcement, QueryAnswer answer) throws ProblemException, InterruptedException {
        if (api == null) {
            throw new ProblemException(new Problem.Refused(host(), 0, "why.takes-no-answers"));
        }
        return verdict(api, announcement, api.answer(announcement.submission(), answer));
    }

    @Override
    public void discard(Announcement announcement, UploadMemory memory) throws ProblemException, InterruptedException {
        URI endpoint = shared.requests().endpoint();
        for (PartInfo part : announcement.parts()) {
            String key = TusUpload.key(endpoint, announcement, part);
            Optional<String> address = memory.recall(key);
            if (address.isPresent()) {
                terminate(URI.create(address.get()));
                memory.forget(key);
                memory.forget(UploadMemory.KEPT_UNTIL + key);
            }
        }
        if (api != null) {
            api.cancel(announcement.submission());
        }
        known.remove(announcement.submission());
    }

    private void terminate(URI upload) throws ProblemException, InterruptedException {
        Retries retries = new Retries(shared.patience());
        Progress untold = new Progress();
        while (true) {
            Problem problem;
            try {
                Answer answer = shared.requests().terminate(upload);
                if (answer.isSuccess() || List.of(403, 404, 405, 410, 501).contains(answer.status())) {
                    return;
                }
                problem = new Problem.Busy(host(), answer.status(), answer.retryAfterSeconds());
            } catch (IOException e) {
                problem = Failures.problem(upload, e);
            }
            retries.failed(problem, untold);
        }
    }

    private String host() {
        return String.valueOf(shared.requests().endpoint().getHost());
    }

    @Override
    public void close() {
        known.clear();
    }
}
