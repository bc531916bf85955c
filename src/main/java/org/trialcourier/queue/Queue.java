// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.UploadMemory;

/** The durable queue. What a method has done is on disk when it returns. Safe for several threads and processes. */
public final class Queue implements AutoCloseable {
    /**
     * Opens the queue, and makes it where there is none.
     *
     * @param database its file; the audit trail's anchor lies beside it
     * @param device the Ed25519 key that signs the anchor; null for none
     */
    public static Queue open(Path database, Clock clock, @Nullable KeyPair device) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** What was wrong with the file when it was opened: it has been set aside, and this queue is new. */
    public Optional<Problem> damage() {
        throw new UnsupportedOperationException();
    }

    /** Queues a submission; {@code sealedSources} is kept as it is until the parts are sealed, and then erased. */
    public Submission add(NewSubmission submission, byte[] sealedSources, String who) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** All submissions; those to be sent first come first, the settled ones last, newest first. */
    public List<Submission> list() throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** A submission by its id. */
    public Submission get(UUID id) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** A submission by its id or the beginning of it, where only one begins so. */
    public Submission find(String idOrPrefix) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Stops a submission until it is resumed. */
    public Submission pause(UUID id, String who) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Lets a paused submission go on. */
    public Submission resume(UUID id, String who) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Tries again at once: one that waits, is held, asked about or rejected. */
    public Submission retry(UUID id, String who) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Gives a submission up; a runner then removes its uploads and parts. */
    public Submission cancel(UUID id, String who) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Puts a submission before all others. */
    public Submission moveFirst(UUID id, String who) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** What transports remember of a submission. */
    public UploadMemory memory(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The audit trail in the same database. */
    public AuditTrail audit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
