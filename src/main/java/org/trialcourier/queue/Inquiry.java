// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.work.Progress;

/**
 * What receivers ask about submissions that they have: looked for now and then, answered by a person. Only receivers
 * that sign receipts are asked, since no other has questions.
 */
final class Inquiry {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    private static final Duration LOOKED_AFTER = Duration.ofDays(400);

    private final Tools tools;

    Inquiry(Tools tools) {
        this.tools = tools;
    }

    /** Looks for questions and for their end; how many submissions have moved. What cannot be asked now is left. */
    int look(Progress progress) throws ProblemException, InterruptedException {
        int moved = 0;
        for (Submission each : tools.queue().list()) {
            progress.check();
            boolean recent = each.changed()
                    .plus(LOOKED_AFTER)
                    .isAfter(tools.queue().clock().instant());
            boolean asked = each.state() == State.QUERY;
            if (recent && (asked || (each.state() == State.RECEIVED && each.receipt() != null))) {
                try {
                    moved += look(each) ? 1 : 0;
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
        }
        Map<String, String> details = new TreeMap<>();
        details.put("submission", id.toString());
        details.put("question", submission.note().orElse(""));
        details.put("answer", answer.text());
        if (answer.correction() != null) {
            details.put("correction", answer.correction().toString());
        }
        tools.queue().audit().record(answer.who(), "query.answered", details);
        heard(submission, verdict);
        return tools.queue().get(id);
    }
}
