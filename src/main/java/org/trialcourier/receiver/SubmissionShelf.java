// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.wire.ServerState;
import org.trialcourier.wire.SubmissionStatus;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.DurableFiles;

/**
 * All submissions of a receiver, on disk, one folder each. A state is on disk before anybody is told of it; what was
 * being verified when the receiver died is verified again at the next start.
 */
final class SubmissionShelf implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionShelf.class);
    private static final String STATE = "state.json";

    private final Path folder;
    private final UploadFolder uploads;
    private final Verification verification;
    private final Function<Announcement, List<String>> questions;
    private final Map<UUID, StoredSubmission> submissions = new ConcurrentHashMap<>();
    private final ExecutorService verifying = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("receiver-verification").factory());

    SubmissionShelf(
            Path folder,
            UploadFolder uploads,
            Verification verification,
            Function<Announcement, List<String>> questions)
            throws IOException {
        this.folder = folder;
        this.uploads = uploads;
        this.verification = verification;
        this.questions = questions;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Path state = entry.resolve(STATE);
                if (Files.exists(state)) {
                    StoredSubmission stored = WireJson.read(Files.readAllBytes(state), StoredSubmission.class);
                    submissions.put(stored.announcement().submission(), stored);
                }
            }
        }
        for (StoredSubmission stored : submissions.values()) {
            if (stored.state() == ServerState.VERIFYING) {
                startVerification(stored.announcement());
            }
        }
    }

    /**
     * Takes an announcement.
     *
     * @return empty where another announcement with this id came before
     */
    synchronized Optional<SubmissionStatus> announce(Announcement announcement) throws IOException {
        StoredSubmission known = submissions.get(announcement.submission());
        if (known == null) {
            known = StoredSubmission.announced(announcement);
            Files.createDirectories(home(announcement.submission()));
            DurableFiles.syncFolder(folder);
            save(known);
        }
        return known.announcement().equals(announcement) ? Optional.of(status(known)) : Optional.empty();
    }

    /** Starts verification where all parts are there; otherwise the status says what is missing. */
    synchronized Optional<SubmissionStatus> complete(UUID id) throws IOException {
        StoredSubmission known = submissions.get(id);
        if (known == null) {
            return Optional.empty();
        }
        if (!known.state().isBeyondUpload() && missing(known).isEmpty()) {
            known = known.moved(ServerState.VERIFYING, List.of());
            save(known);
            startVerification(known.announcement());
        }
        return Optional.of(status(known));
    }

    synchronized Optional<SubmissionStatus> find(UUID id) {
        return Optional.ofNullable(submissions.get(id)).map(this::status);
    }

    /** Asks the site something about a submission that was received; false where there is none. */
    synchronized boolean ask(UUID id, List<String> questions) throws IOException {
        StoredSubmission known = submissions.get(id);
        if (known == null || known.state() != ServerState.RECEIVED) {
            return false;
        }
        save(known.moved(ServerState.QUERY, questions));
        return true;
    }

    /** Asks what is to be asked about what was received until then; whether anything was. */
    synchronized boolean read(Instant until) throws IOException {
        boolean asked = false;
        for (StoredSubmission each : List.copyOf(submissions.values())) {
            if (each.isUnread(until) && isFirst(each.announcement())) {
                List<String> asks = questions.apply(each.announcement());
                asked |= !asks.isEmpty() && ask(each.announcement().submission(), asks);
            }
        }
        return asked;
    }

    /** What comes in answer to a question is the second of its visit and raises none. */
    private boolean isFirst(Announcement about) {
        return submissions.values().stream()
                .map(StoredSubmission::announcement)
                .noneMatch(other -> !other.submission().equals(about.submission())
                        && other.trial().equals(about.trial())
                        && other.subject().equals(about.subject())
                        && other.visit().equals(about.visit()));
    }

    /** Takes the site's answer. */
    synchronized Optional<SubmissionStatus> answer(UUID id, QueryAnswer answer) throws IOException {
        StoredSubmission known = submissions.get(id);
        if (known == null) {
            return Optional.empty();
        }
        StoredSubmission answered = known.answered(answer);
        save(answered);
        return Optional.of(status(answered));
    }

    /**
     * Forgets a submission that has not been handed over, with its uploads.
     *
     * @return whether it is gone now
     */
    synchronized boolean cancel(UUID id) throws IOException {
        StoredSubmission known = submissions.get(id);
        if (known != null && known.state().isBeyondUpload()) {
            return false;
        }
        for (StoredUpload upload : uploads.of(id)) {
            uploads.remove(upload);
        }
        if (known != null) {
            Files.deleteIfExists(home(id).resolve(STATE));
            submissions.remove(id);
        }
        return true;
    }

    private void startVerification(Announcement announcement) {
        verifying.execute(() -> verify(announcement));
    }

    private void verify(Announcement announcement) {
        UUID id = announcement.submission();
        try {
            Verification.Outcome outcome = verification.run(announcement, home(id));
            synchronized (this) {
                StoredSubmission known = submissions.get(id);
                if (known != null) {
                    save(after(known, outcome));
                }
            }
            LOG.info("submission {}: {}", id, outcome.getClass().getSimpleName());
        } catch (IOException | RuntimeException e) {
            if (verifying.isShutdown()) {
                return;
            }
            LOG.error("submission {} could not be verified", id, e);
            retryLater(id);
        }
    }

    private synchronized void retryLater(UUID id) {
        StoredSubmission known = submissions.get(id);
        if (known != null) {
            submissions.put(
                    id,
                    known.moved(
                            ServerState.RECEIVING,
                            List.of("The receiver could not store the submission; it will try again when asked.")));
        }
    }

    private StoredSubmission after(StoredSubmission known, Verification.Outcome outcome) {
        return switch (outcome) {
            case Verification.Outcome.Verified verified -> known.received(verified.receipt());
            case Verification.Outcome.Quarantined quarantined ->
                known.moved(ServerState.QUARANTINED, quarantined.messages());
            case Verification.Outcome.Damaged damaged ->
                known.moved(
                        ServerState.RECEIVING,
                        List.of("Parts arrived damaged and are needed again: " + damaged.parts()));
        };
    }

    private SubmissionStatus status(StoredSubmission known) {
        List<Integer> missing = known.state().isBeyondUpload() ? List.of() : missing(known);
        ServerState state = known.state() == ServerState.ANNOUNCED
                        && missing.size() < known.announcement().parts().size()
                ? ServerState.RECEIVING
                : known.state();
        return new SubmissionStatus(
                known.announcement().submission(), state, missing, known.messages(), known.receipt());
    }

    private List<Integer> missing(StoredSubmission known) {
        List<Integer> missing = new ArrayList<>();
        for (PartInfo part : known.announcement().parts()) {
            boolean there = uploads.of(known.announcement().submission(), part.number()).stream()
                    .anyMatch(upload -> upload.length() == part.size() && uploads.offset(upload) == part.size());
            if (!there) {
                missing.add(part.number());
            }
        }
        return missing;
    }

    private void save(StoredSubmission submission) throws IOException {
        UUID id = submission.announcement().submission();
        DurableFiles.replace(home(id).resolve(STATE), WireJson.writePretty(submission));
        submissions.put(id, submission);
    }

    private Path home(UUID id) {
        return folder.resolve(id.toString());
    }

    @Override
    public void close() {
        verifying.shutdownNow();
        verifying.close();
    }
}
