// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Ledger;
import org.trialcourier.queue.Move;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.upload.Transport;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/** Has the parts of a submission made, for the first time or because some of them were lost. */
final class Preparation {
    private final Drive drive;
    private final Tools tools;
    private final Optional<Announcement> known;

    Preparation(Drive drive, Optional<Announcement> known) {
        this.drive = drive;
        this.known = known;
        tools = drive.tools();
    }

    /** Parts that are still to be sent but are no longer there whole. */
    static int missing(Tools tools, Announcement announcement) throws ProblemException {
        int missing = 0;
        for (Ledger.PartRow row : tools.ledger().parts(announcement.submission())) {
            if (!row.done()
                    && tools.spool()
                            .part(
                                    announcement.submission(),
                                    announcement.parts().get(row.number() - 1))
                            .isEmpty()) {
                missing++;
            }
        }
        return missing;
    }

    /** What is to be announced, with all its parts in the spool; null where the submission is no longer ours. */
    @Nullable
    Announcement go() throws ProblemException, InterruptedException {
        Submission submission = tools.queue().get(drive.id());
        Optional<byte[]> sources = tools.ledger().sources(drive.id());
        if (sources.isEmpty()) {
            int lost = known.isPresent() ? missing(tools, known.get()) : 1;
            throw new ProblemException(new Problem.PartsLost(lost, Math.max(1, submission.parts())));
        }
        tools.ledger().needSources(drive.id());
        if ((drive.state() == State.VERIFYING && !drive.enter(State.UPLOADING)) || !drive.enter(State.PREPARING)) {
            return null;
        }
        tools.spool().needRoom(submission.bytes());
        Announcement made = make(submission, sources.get());
        if (made == null) {
            return null;
        }
        if (known.isPresent() && !known.get().equals(made)) {
            replace(submission, known.get(), made);
        }
        tools.spool().keep(made);
        for (PartInfo info : made.parts()) {
            tools.spool().part(drive.id(), info).ifPresent(tools.spool().soundness()::trust);
        }
        Move toSending = Move.of(drive.id(), drive.state(), State.UPLOADING, AuditEntry.PROGRAM);
        if (!tools.ledger().sealed(toSending, made)) {
            return null;
        }
        drive.arrivedAt(State.UPLOADING);
        return made;
    }

    /**
     * Another version of the program makes another package of the same images. It takes the place of the first one only
     * where the receiver has nothing of that; the two are never mixed.
     */
    private void replace(Submission submission, Announcement before, Announcement made)
            throws ProblemException, InterruptedException {
        if (before.software().equals(made.software()) || before.instances() != made.instances()) {
            throw new ProblemException(new Problem.SourceChanged());
        }
        if (tools.ledger().parts(drive.id()).stream().anyMatch(part -> part.done() || part.sent() > 0)) {
            throw new ProblemException(new Problem.PackageDiffers());
        }
        try (Transport transport = tools.transports().to(submission)) {
            transport.discard(before, tools.queue().memory(drive.id()));
        }
    }

    private @Nullable Announcement make(Submission submission, byte[] sources)
            throws ProblemException, InterruptedException {
        AtomicReference<@Nullable Announcement> result = new AtomicReference<>();
        Progress own = new Progress();
        own.begin("queue.phase.preparing");
        Mirror mirror = new Mirror(drive.shown(), List.of(own));
        Crew.Piece piece = new Crew.Piece(
                progress -> result.set(tools.preparer()
                        .prepare(submission, sources, tools.spool().folder(submission.id()), progress)),
                own);
        boolean whole = tools.crew().work(List.of(piece), 1, () -> {
            mirror.update();
            return drive.isOurs();
        });
        Announcement made = result.get();
        if (made != null && !made.submission().equals(submission.id())) {
            throw new IllegalStateException("prepared another submission");
        }
        return whole ? made : null;
    }
}
