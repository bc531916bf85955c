// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Ledger;
import org.trialcourier.queue.Move;
import org.trialcourier.queue.State;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.UploadMemory;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.work.Backoff;
import org.trialcourier.work.Progress;

/** Announces a sealed submission, sends what the receiver does not have, and asks for its verdict. */
final class Delivery {
    /** How often the receiver may find parts missing or damaged before a person has to look. */
    private static final int ROUNDS = 3;

    private final Drive drive;
    private final Tools tools;
    private final Transport transport;
    private final Announcement announcement;
    private final Begun begun;
    private final Set<Integer> damaged = ConcurrentHashMap.newKeySet();

    Delivery(Drive drive, Transport transport, Announcement announcement) {
        this.drive = drive;
        this.transport = transport;
        this.announcement = announcement;
        tools = drive.tools();
        begun = new Begun(tools.queue().memory(drive.id()));
    }

    /** False where parts on this computer were found damaged, and must be made again first. */
    boolean go() throws ProblemException, InterruptedException {
        try {
            deliver();
        } catch (ProblemException e) {
            if (damaged.isEmpty()) {
                throw e;
            }
            setAside();
        }
        return damaged.isEmpty();
    }

    private void deliver() throws ProblemException, InterruptedException {
        if (isQuiet()) {
            return;
        }
        boolean allSent = tools.ledger().parts(drive.id()).stream().allMatch(Ledger.PartRow::done);
        if (!drive.enter(allSent ? State.VERIFYING : State.UPLOADING)
                || !drive.workOn(progress -> transport.announce(announcement))) {
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (!allSent && !send()) {
                return;
            }
            if (!drive.enter(State.VERIFYING)) {
                return;
            }
            List<Integer> missing = verdict();
            if (missing.isEmpty()) {
                return;
            }
            for (int part : missing) {
                lose(part);
                tools.spool()
                        .part(drive.id(), announcement.parts().get(part - 1))
                        .ifPresent(tools.spool().soundness()::doubt);
            }
            allSent = false;
            if (!drive.enter(State.UPLOADING)) {
                return;
            }
        }
        throw new ProblemException(new Problem.ReceiptInvalid("why.parts-missing-again"));
    }

    /** In the quiet hours the submission waits for their end. */
    private boolean isQuiet() throws ProblemException {
        QuietHours quiet = tools.options().rules().get().quiet();
        Optional<Instant> end = quiet.until(tools.queue().clock().instant());
        if (end.isPresent()) {
            String onTheWall = end.get().atZone(quiet.zone()).toLocalDateTime().toString();
            drive.waitUntil(end.get(), Optional.of(new Problem.QuietHours(onTheWall)));
        }
        return end.isPresent();
    }

    private boolean send() throws ProblemException, InterruptedException {
        Progress shown = drive.shown();
        UploadMemory memory = tools.queue().memory(drive.id());
        List<Crew.Piece> pieces = new ArrayList<>();
        Sending sending = new Sending(drive, announcement.parts().size());
        shown.begin("queue.phase.uploading");
        shown.total(
                announcement.parts().size(),
                announcement.parts().stream().mapToLong(PartInfo::size).sum());
        for (Ledger.PartRow row : tools.ledger().parts(drive.id())) {
            PartInfo info = announcement.parts().get(row.number() - 1);
            if (row.done()) {
                shown.addItems(1);
                shown.addBytes(info.size());
                continue;
            }
            SealedPart part = tools.spool().part(drive.id(), info).orElseThrow(() -> lost(info));
            pieces.add(sending.piece(row, progress -> {
                needSound(part, progress);
                begun.note(info.number());
                transport.send(announcement, part, memory, progress);
                needSound(part, progress);
                tools.ledger().done(drive.id(), info.number());
                progress.addItems(1);
            }));
        }
        Mirror mirror = sending.mirror(shown);
        try {
            return tools.crew().work(pieces, tools.options().parallelParts(), () -> {
                mirror.update();
                sending.noteNowAndThen();
                return drive.isOurs() && !isQuiet();
            });
        } finally {
            sending.note();
            if (sending.hasMoved()) {
                drive.moved();
            }
        }
    }

    /** Nothing but what was sealed is sent; looked at once more after sending, when it costs next to nothing. */
    private void needSound(SealedPart part, Progress progress) throws ProblemException, InterruptedException {
        if (!tools.spool().soundness().holds(part, progress)) {
            throw lost(part.info());
        }
    }

    /** The receiver has nothing of this part, not even bytes that it never confirmed. */
    private void lose(int part) throws ProblemException {
        tools.ledger().lost(drive.id(), part);
        begun.forget(part);
    }

    private ProblemException lost(PartInfo info) {
        damaged.add(info.number());
        return new ProblemException(
                new Problem.PartsLost(1, announcement.parts().size()));
    }

    /**
     * Removes damaged parts, so that they are made again. Where some of one may have been sent, the receiver is told to
     * forget all of it first: what it has may be damaged too.
     */
    private void setAside() throws ProblemException, InterruptedException {
        List<Ledger.PartRow> rows = tools.ledger().parts(drive.id());
        if (rows.stream()
                .anyMatch(row -> damaged.contains(row.number()) && (row.sent() > 0 || begun.is(row.number())))) {
            transport.discard(announcement, tools.queue().memory(drive.id()));
            for (Ledger.PartRow row : rows) {
                lose(row.number());
            }
        }
        for (int number : damaged) {
            tools.ledger().damaged(drive.id(), number);
            Optional<SealedPart> part =
                    tools.spool().part(drive.id(), announcement.parts().get(number - 1));
            if (part.isPresent()) {
                tools.spool().discard(part.get());
            }
        }
    }

    /** Asks until there is a verdict; gives the parts that the receiver lacks, or none where the drive is over. */
    private List<Integer> verdict() throws ProblemException, InterruptedException {
        drive.shown().begin("queue.phase.verifying");
        Backoff pause = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), RandomGenerator.getDefault());
        for (int asked = 0; asked < tools.options().verdictQuestions(); asked++) {
            Verdict verdict = ask();
            switch (verdict) {
                case null -> {
                    return List.of();
                }
                case Verdict.Verifying v -> {
                    if (!rest(pause.next())) {
                        return List.of();
                    }
                }
                case Verdict.Missing missing -> {
                    if (missing.parts().isEmpty()) {
                        throw new IllegalStateException("missing, but nothing is named");
                    }
                    return missing.parts();
                }
                default -> {
                    conclude(verdict);
                    return List.of();
                }
            }
        }
        drive.waitUntil(drive.nextAttempt(), Optional.empty());
        return List.of();
    }

    private @Nullable Verdict ask() throws ProblemException, InterruptedException {
        AtomicReference<@Nullable Verdict> answer = new AtomicReference<>();
        boolean whole = drive.workOn(progress -> answer.set(transport.finish(announcement)));
        return whole ? answer.get() : null;
    }

    private void conclude(Verdict verdict) throws ProblemException {
        Move received = Move.of(drive.id(), drive.state(), State.RECEIVED, AuditEntry.PROGRAM);
        switch (verdict) {
            case Verdict.Received v -> {
                SignedReceipt receipt = v.receipt();
                if (!receipt.holds() || !receipt.receipt().agreesWith(announcement)) {
                    throw new ProblemException(new Problem.ReceiptInvalid("why.receipt-for-other"));
                }
                arrive(received, Optional.of(receipt));
            }
            case Verdict.StoredUnverified v -> arrive(received.saying(v.note()), Optional.empty());
            case Verdict.Query v -> tell(State.QUERY, v.messages());
            case Verdict.Quarantined v -> tell(State.QUERY, v.messages());
            case Verdict.Rejected v -> tell(State.REJECTED, v.messages());
            case Verdict.Verifying v -> throw new IllegalStateException("no verdict yet");
            case Verdict.Missing v -> throw new IllegalStateException("no verdict yet");
        }
    }

    private void arrive(Move move, Optional<SignedReceipt> receipt) throws ProblemException {
        if (tools.ledger().received(move, receipt)) {
            drive.arrivedAt(State.RECEIVED);
        }
    }

    private void tell(State next, List<String> messages) throws ProblemException {
        drive.move(Move.of(drive.id(), drive.state(), next, AuditEntry.PROGRAM).saying(String.join("\n", messages)));
    }

    private boolean rest(Duration time) throws ProblemException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(Math.min(tools.options().look().toMillis(), time.toMillis()));
            if (!drive.isOurs()) {
                return false;
            }
        }
        return true;
    }
}
