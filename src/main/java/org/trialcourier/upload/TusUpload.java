// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Failures;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/**
 * Brings one part to a tus server, once: made, run and thrown away. It believes nothing but an offset that the server
 * states: after anything unexpected it asks (HEAD) before it sends on, and it never asks while a request of its own is
 * under way. An upload's address is kept on disk before the first byte leaves, and forgotten only when the server says
 * 404 or 410 (or 403 to a renewed token).
 */
final class TusUpload {
    private static final long UNKNOWN = -1;
    private static final int MAX_RECREATIONS = 3;

    /** Parts up to this size go with the request that creates them, where the server takes that: 1 MiB. */
    private static final long SMALL = 1L << 20;

    private final TusRequests requests;
    private final ServerTraits traits;
    private final TusFeatures features;
    private final Throttle throttle;
    private final Retries retries;
    private final Announcement announcement;
    private final SealedPart part;
    private final UploadMemory memory;
    private final Progress progress;
    private final String key;

    private URI upload;
    private long offset = UNKNOWN;
    private long confirmed = UNKNOWN;
    private long there;
    private long credited;
    private int gone;
    private boolean renewed;

    /** What all uploads to one server share. */
    record Shared(
            TusRequests requests, ServerTraits traits, TusFeatures features, Throttle throttle, Patience patience) {}

    TusUpload(Shared shared, Announcement announcement, SealedPart part, UploadMemory memory, Progress progress) {
        this.requests = shared.requests();
        this.traits = shared.traits();
        this.features = shared.features();
        this.throttle = shared.throttle();
        this.retries = new Retries(shared.patience());
        this.announcement = announcement;
        this.part = part;
        this.memory = memory;
        this.progress = progress;
        this.key = key(requests.endpoint(), announcement, part.info());
        this.upload = requests.endpoint();
    }

    /** Where the address of a part's upload is remembered: by endpoint, submission, content and size. */
    static String key(URI endpoint, Announcement announcement, PartInfo part) {
        return "tus|" + endpoint + "|" + announcement.submission() + "|" + part.sha256() + "|" + part.size();
    }

    /** Sends what the server lacks. */
    void run() throws ProblemException, InterruptedException {
        traits.recall(memory);
        features.learn(requests, progress::isCancelled);
        boolean exists = recall();
        boolean done = false;
        try {
            while (offset != part.info().size()) {
                progress.check();
                exists = step(exists);
            }
            done = true;
            forgetExpiry();
        } finally {
            credit(done ? part.info().size() : there);
        }
    }

    private boolean step(boolean exists) throws ProblemException, InterruptedException {
        boolean sending = exists && offset != UNKNOWN;
        try {
            if (!exists) {
                return create();
            }
            return offset == UNKNOWN ? ask() : patch();
        } catch (IOException e) {
            Problem problem = Failures.problem(upload, e);
            offset = UNKNOWN;
            credit(there);
            if (problem instanceof Problem.BadCertificate) {
                throw new ProblemException(problem, e);
            }
            if (sending) {
                traits.broke(memory);
            }
            retries.failed(problem, progress);
            return exists;
        }
    }

    private boolean recall() {
        memory.recall(key).ifPresent(address -> upload = URI.create(address));
        return memory.recall(key).isPresent();
    }

    private boolean create() throws IOException, ProblemException, InterruptedException {
        upload = requests.endpoint();
        boolean whole = features.createsWithUpload() && part.info().size() <= Math.min(SMALL, traits.chunk());
        ChunkBody first = whole ? chunk(0, part.info().size()) : null;
        Answer answer = requests.create(announcement, part.info(), first, progress::isCancelled);
        if (answer.status() == 201) {
            upload = requests.location(answer).orElseThrow(() -> refused(answer, "why.no-location"));
            memory.remember(key, upload.toString());
            noteExpiry(answer);
            if (first == null) {
                arrived(0);
            }
            return true;
        }
        if (answer.status() == 413) {
            throw refused(answer, "why.part-too-large " + part.info().size());
        }
        if (answer.status() == 409 || answer.status() == 423 || isForNow(answer.status())) {
            retries.failed(busy(answer), progress);
            return false;
        }
        throw refused(answer, "why.no-uploads");
    }

    private boolean ask() throws IOException, ProblemException, InterruptedException {
        Answer answer = requests.offset(upload, progress::isCancelled);
        if (answer.isSuccess()) {
            long stated = answer.number("Upload-Offset").orElse(UNKNOWN);
            long length = answer.number("Upload-Length").orElse(part.info().size());
            if (stated > part.info().size()
                    || (stated != UNKNOWN && length != part.info().size())) {
                return lost(answer);
            }
            if (stated != UNKNOWN) {
                noteExpiry(answer);
                arrived(stated);
                return true;
            }
        }
        return switch (answer.status()) {
            case 404, 410 -> lost(answer);
            case 403 -> forbidden(answer);
            default -> {
                retries.failed(busy(answer), progress);
                yield true;
            }
        };
    }

    private boolean patch() throws IOException, ProblemException, InterruptedException {
        long from = offset;
        long length = Math.min(traits.chunk(), part.info().size() - from);
        ChunkBody body = chunk(from, length);
        Call call = requests.patch(upload, from, traits.isDisguised()).with(body);
        Optional<String> checksum = features.checksum(body);
        if (checksum.isPresent()) {
            call = call.with("Upload-Checksum", checksum.get());
        }
        offset = UNKNOWN;
        long started = System.nanoTime();
        Answer answer = requests.caller().send(call, progress::isCancelled);
        if (answer.isSuccess() && answer.number("Upload-Offset").orElse(UNKNOWN) == from + length) {
            noteExpiry(answer);
            arrived(from + length);
            traits.passed(length, Duration.ofNanos(System.nanoTime() - started), memory);
            return true;
        }
        credit(there);
        return switch (answer.status()) {
            case 404, 410 -> lost(answer);
            case 403 -> renewed ? disguise(answer) : forbidden(answer);
            case 405, 501 -> disguise(answer);
            case 412, 415 -> throw refused(answer, "why.other-tus");
            case 413 -> {
                if (!traits.tooLarge(length, memory)) {
                    throw refused(answer, "why.request-too-large " + length);
                }
                yield true;
            }
            default -> {
                if (answer.status() >= 500 || answer.status() == 460) {
                    traits.broke(memory);
                }
                retries.failed(busy(answer), progress);
                yield true;
            }
        };
    }

    private ChunkBody chunk(long from, long length) {
        return new ChunkBody(part, from, length, throttle, left -> credit(from + left));
    }

    /** The server no longer has the upload: forgets it and starts the part again. */
    private boolean lost(Answer answer) throws ProblemException, InterruptedException {
        memory.forget(key);
        forgetExpiry();
        offset = UNKNOWN;
        there = 0;
        credit(0);
        if (++gone > MAX_RECREATIONS) {
            gone = 0;
            retries.failed(busy(answer), progress);
        }
        return false;
    }

    /** PATCH is not let through; a 403 to it says the same where the upload itself was just shown (HEAD). */
    private boolean disguise(Answer answer) throws ProblemException {
        if (!traits.disguise()) {
            throw refused(answer, "why.no-patch");
        }
        return true;
    }

    private boolean forbidden(Answer answer) throws ProblemException, InterruptedException {
        if (renewed) {
            return lost(answer);
        }
        renewed = true;
        requests.caller().renewToken();
        return true;
    }

    private void arrived(long stated) {
        if (confirmed != UNKNOWN && stated > confirmed) {
            retries.progress();
        }
        confirmed = stated;
        there = stated;
        offset = stated;
        credit(stated);
    }

    /** Keeps for a person until when the server keeps this; nothing is decided by it, for clocks differ. */
    private void noteExpiry(Answer answer) {
        Optional<String> until = answer.moment("Upload-Expires").map(Instant::toString);
        if (until.isPresent() && !until.equals(memory.recall(UploadMemory.KEPT_UNTIL + key))) {
            memory.remember(UploadMemory.KEPT_UNTIL + key, until.get());
        }
    }

    private void forgetExpiry() {
        if (memory.recall(UploadMemory.KEPT_UNTIL + key).isPresent()) {
            memory.forget(UploadMemory.KEPT_UNTIL + key);
        }
    }

    private void credit(long bytes) {
        progress.addBytes(bytes - credited);
        credited = bytes;
    }

    /** A page of somebody on the way (2xx or 3xx) passes, too: an upload that is made is 201 and nothing else. */
    private static boolean isForNow(int status) {
        return status < 400 && status != 301
                || status == 408
                || status == 425
                || status == 429
                || status >= 500 && status != 501 && status != 505;
    }

    private Problem busy(Answer answer) {
        return new Problem.Busy(
                String.valueOf(requests.endpoint().getHost()), answer.status(), answer.retryAfterSeconds());
    }

    private ProblemException refused(Answer answer, String why) {
        return new ProblemException(
                new Problem.Refused(String.valueOf(requests.endpoint().getHost()), answer.status(), why));
    }
}
