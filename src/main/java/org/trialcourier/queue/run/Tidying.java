// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.problem.Remedy;
import org.trialcourier.queue.Lease;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.upload.Transport;
import org.trialcourier.wire.Announcement;

/** Removes what submissions that are over leave behind: parts here, and unfinished uploads at the receiver. */
final class Tidying {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private static final Duration KEPT_UNPROVEN = Duration.ofDays(30);

    private final Tools tools;

    Tidying(Tools tools) {
        this.tools = tools;
    }

    /** Tidies after all that are over. */
    void all() throws ProblemException, InterruptedException {
        for (UUID id : tools.ledger().untidy()) {
            Optional<Lease> lease = tools.spool().lease(id);
            if (lease.isPresent()) {
                try (Lease held = lease.get()) {
                    LOG.debug("tidying under {}", held.file());
                    one(id);
                }
            }
        }
    }

    /** Tidies after one, under its lease; one that is not over is left as it is. */
    void one(UUID id) throws ProblemException, InterruptedException {
        State state = tools.ledger().state(id);
        if (state != State.RECEIVED && state != State.CANCELLED) {
            return;
        }
        if (state == State.RECEIVED && isUnproven(tools.queue().get(id))) {
            return;
        }
        // The parts first: they are what takes room. What tells the way to the receiver goes last.
        tools.spool().removeParts(id);
        if (state == State.RECEIVED || isDiscarded(id)) {
            tools.spool().remove(id);
            tools.ledger().tidied(id);
        }
    }

    /** A receiver that verifies nothing has only stored it: the parts stay a while, for the case that it lost them. */
    private boolean isUnproven(Submission submission) {
        Instant kept = submission.changed().plus(KEPT_UNPROVEN);
        return submission.receipt() == null && tools.queue().clock().instant().isBefore(kept);
    }

    /** False where the receiver cannot be asked now. */
    private boolean isDiscarded(UUID id) throws ProblemException, InterruptedException {
        Optional<Announcement> announcement = tools.ledger().announcement(id);
        if (announcement.isEmpty()) {
            return true;
        }
        Submission submission = tools.queue().get(id);
        try (Transport transport = tools.transports().to(submission)) {
            transport.discard(announcement.get(), tools.queue().memory(id));
            return true;
        } catch (ProblemException e) {
            LOG.info("Uploads of {} were not removed: {}", id, e.getMessage());
            return e.problem().remedy() != Remedy.WAIT;
        }
    }
}
