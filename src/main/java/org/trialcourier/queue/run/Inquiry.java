// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Move;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.work.Progress;

/**
 * What receivers ask about submissions that they have: looked for now and then, answered by a person. Only receivers
 * that sign receipts are asked, since no other has questions. The longer ago something was received, the more rarely its
 * receiver is asked: a query after months is found some hours later, and hundreds of settled submissions cost little.
 */
final class Inquiry {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    private static final Duration LOOKED_AFTER = Duration.ofDays(400);

    /** Between two questions at least this share of a submission's age, and never more than the time below. */
    private static final int SHARE_OF_AGE = 100;

    private static final Duration LONGEST_SILENCE = Duration.ofHours(12);

    private final Tools tools;

    Inquiry(Tools tools) {
        this.tools = tools;
    }

    /** Looks for questions and for their end; how many submissions have moved. What cannot be asked now is left. */
    int look(Progress progress) throws ProblemException, InterruptedException {
        int moved = 0;
        Map<UUID, Instant> asked = tools.ledger().inquiries();
        for (Submission each : tools.queue().list()) {
            progress.check();
            if (isDue(each, Optional.ofNullable(asked.get(each.id())))) {
                try {
                    moved += look(each) ? 1 : 0;
                    tools.ledger().inquired(each.id());
                } catch (ProblemException e) {
                    LOG.info(
                            "{} could not be asked about: {}",
                            each.id(),
                            e.problem().getClass().getSimpleName());
                }
            }
        }
        return moved;
    }

    /** An open query is always asked about: a person waits for its end. */
    private boolean isDue(Submission submission, Optional<Instant> asked) {
        Instant now = tools.queue().clock().instant();
        Duration age = Duration.between(submission.changed(), now);
        boolean received = submission.state() == State.RECEIVED && submission.receipt() != null;
        if (age.compareTo(LOOKED_AFTER) > 0 || !received || asked.isEmpty()) {
            return age.compareTo(LOOKED_AFTER) <= 0 && (received || submission.state() == State.QUERY);
        }
        Duration share = age.dividedBy(SHARE_OF_AGE);
        Duration silence = share.compareTo(LONGEST_SILENCE) < 0 ? share : LONGEST_SILENCE;
        // Asked in the future: the clock was put back since.
        return asked.get().isAfter(now) || !asked.get().plus(silence).isAfter(now);
    }

    private boolean look(Submission submission) throws ProblemException, InterruptedException {
        Optional<Announcement> announcement = tools.ledger().announcement(submission.id());
        if (announcement.isEmpty()) {
            return false;
        }
        try (Transport transport = tools.transports().to(submission)) {
            return heard(submission, transport.finish(announcement.get()));
        }
    }

    private boolean heard(Submission submission, Verdict verdict) throws ProblemException {
        return switch (verdict) {
            case Verdict.Query query -> asked(submission, String.join("\n", query.messages()));
            case Verdict.Quarantined aside -> asked(submission, String.join("\n", aside.messages()));
            case Verdict.Received received ->
                submission.state() == State.QUERY
                        && tools.ledger()
                                .received(
                                        Move.of(submission.id(), State.QUERY, State.RECEIVED, AuditEntry.PROGRAM),
                                        Optional.of(received.receipt()));
            default -> false;
        };
    }

    private boolean asked(Submission submission, String question) throws ProblemException {
        if (submission.state() == State.QUERY) {
            return false;
        }
        return tools.ledger()
                .move(Move.of(submission.id(), submission.state(), State.QUERY, AuditEntry.PROGRAM)
                        .saying(question));
    }

    /**
     * Answers a question; it is over when the receiver says so.
     *
     * @throws ProblemException {@code NotNow} where nothing is asked or nothing is answered
     */
    Submission answer(UUID id, QueryAnswer answer) throws ProblemException, InterruptedException {
        Submission submission = tools.queue().get(id);
        Optional<Announcement> announcement = tools.ledger().announcement(id);
        if (submission.state() != State.QUERY || answer.text().isBlank() || announcement.isEmpty()) {
            throw new ProblemException(new Problem.NotNow(id.toString(), Move.word(submission.state()), "answer"));
        }
        Verdict verdict;
        try (Transport transport = tools.transports().to(submission)) {
            verdict = transport.answer(announcement.get(), answer);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.ReceiptInvalid || e.problem() instanceof Problem.ReceiverKeyChanged) {
                answered(submission, answer);
            }
            throw e;
        }
        answered(submission, answer);
        heard(submission, verdict);
        return tools.queue().get(id);
    }

    /** The answer is at the receiver, whatever is to be thought of what came back. */
    private void answered(Submission submission, QueryAnswer answer) throws ProblemException {
        Map<String, String> details = new TreeMap<>();
        details.put("submission", submission.id().toString());
        details.put("question", submission.note().orElse(""));
        details.put("answer", answer.text());
        if (answer.correction() != null) {
            details.put("correction", answer.correction().toString());
        }
        tools.queue().audit().record(answer.who(), "query.answered", details);
    }
}
