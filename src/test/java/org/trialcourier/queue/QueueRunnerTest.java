// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.Verdict;
import org.trialcourier.work.Progress;

class QueueRunnerTest {
    @TempDir
    Path home;

    private Bench bench;
    private MemoryReceiver receiver;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(home);
        receiver = new MemoryReceiver();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(bench.queue.audit().verify().faults()).isEmpty();
        bench.close();
    }

    @Test
    void aSubmissionGoesFromQueuedToReceivedAndLeavesNoPartBehind() throws Exception {
        Submission added = bench.add("014-0007");
        RunSummary summary = run();

        assertThat(summary).isEqualTo(new RunSummary(1, 0, 0, 0, 0, null));
        Submission done = bench.queue.get(added.id());
        assertThat(done.state()).isEqualTo(State.RECEIVED);
        assertThat(done.receipt()).isNotNull();
        assertThat(done.receipt().holds()).isTrue();
        assertThat(done.manifestSha256()).isEqualTo(done.receipt().receipt().manifestSha256());
        assertThat(done.sentBytes()).isEqualTo(done.bytes()).isPositive();
        assertThat(done.share()).isEqualTo(1.0);
        assertThat(bench.spool().resolve(added.id().toString())).doesNotExist();
        assertThat(words(added.id()))
                .containsExactly(
                        "submission.queued",
                        "submission.preparing",
                        "submission.uploading",
                        "submission.sealed",
                        "submission.verifying",
                        "submission.received",
                        "receipt.kept");
    }

    @Test
    void aReceiverThatIsDownLetsItWaitAndItGoesOnWhenItsTimeHasCome() throws Exception {
        Submission added = bench.add("014-0007");
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        assertThat(run().waiting()).isEqualTo(1);
        Submission waiting = bench.queue.get(added.id());
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.problem()).contains(new Problem.Offline("receiver.example", "refused"));
        assertThat(waiting.retryAt()).isAfter(bench.clock.instant());
        assertThat(waiting.attempts()).isEqualTo(1);

        assertThat(run()).isEqualTo(new RunSummary(0, 0, 0, 0, 0, waiting.retryAt()));
        bench.clock.advance(Duration.ofSeconds(6));
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.prepared).hasValue(1);
    }

    @Test
    void waitsGrowWithEachFailureAndStartFromZeroAfterProgress() throws Exception {
        UUID id = bench.add("014-0007").id();
        for (int i = 1; i <= 8; i++) {
            receiver.troubles.add(new Problem.Busy("receiver.example", 503));
            run();
            assertThat(bench.queue.get(id).attempts()).isEqualTo(i);
            bench.clock.advance(Duration.ofMinutes(11));
        }
        receiver.failAfterChunks = 1;
        run();
        assertThat(bench.queue.get(id).attempts()).isEqualTo(1);
        bench.clock.advance(Duration.ofMinutes(11));
        receiver.failAfterChunks = Integer.MAX_VALUE;
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void aClockPutBackByADayDoesNotKeepItWaitingForADay() throws Exception {
        bench.add("014-0007");
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        run();
        bench.clock.advance(Duration.ofDays(-1));
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void whatNeedsAPersonHoldsTheSubmissionUntilItIsTriedAgain() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.SignInNeeded("receiver.example"));
        assertThat(run().held()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem()).contains(new Problem.SignInNeeded("receiver.example"));
        bench.clock.advance(Duration.ofDays(1));
        assertThat(run().held()).isZero();
        bench.queue.retry(id, "Specimen Coordinator");
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void aFaultOfTheProgramHoldsTheSubmissionWithACode() throws Exception {
        UUID id = bench.add("014-0007").id();
        bench.runner(
                        (s, sources, folder, progress) -> {
                            throw new IllegalStateException("made up");
                        },
                        receiver.transports())
                .run(new Progress());
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.Unexpected.class);
    }

    @Test
    void whyImagesAreHeldBackIsKeptByTheirNumbers() throws Exception {
        UUID id = bench.add("014-0007").id();
        bench.runner(
                        (s, sources, folder, progress) -> {
                            throw new ProblemException(
                                    new Problem.HeldBack(List.of(new Problem.HeldImage(3, "a name in (0010,4000)"))));
                        },
                        receiver.transports())
                .run(new Progress());
        assertThat(bench.queue.get(id).problem())
                .contains(new Problem.HeldBack(List.of(new Problem.HeldImage(3, "a name in (0010,4000)"))));
    }

    @Test
    void aTransportThatBreaksItsContractHoldsTheSubmissionAndStopsNoOther() throws Exception {
        UUID id = bench.add("014-0007").id();
        bench.clock.advance(Duration.ofSeconds(1));
        bench.add("014-0009");
        receiver.verdicts.add(new Verdict.Missing(List.of()));
        assertThat(run()).isEqualTo(new RunSummary(1, 0, 0, 1, 0, null));
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.Unexpected.class);
    }

    @Test
    void theRunnerGoesOnAfterTroubleOfTheQueueItself() throws Exception {
        UUID id = bench.add("014-0007").id();
        Path aside = home.resolve("aside");
        Files.writeString(bench.spool(), "a file in the place of the folder");
        Progress progress = new Progress();
        Future<?> running = bench.workers.submit(() -> {
            bench.runner(receiver.transports()).runForever(progress);
            return null;
        });
        Thread.sleep(200);
        assertThat(running).isNotDone();
        Files.move(bench.spool(), aside);
        await().until(() -> bench.queue.get(id).state() == State.RECEIVED);
        progress.cancel();
        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void partsThatTheReceiverLacksAreSentAgain() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.Missing(List.of(2)));
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.RECEIVED);
        assertThat(receiver.calls).filteredOn("send 2"::equals).hasSize(2);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(1);
    }

    @Test
    void aReceiverThatLacksPartsAgainAndAgainHoldsIt() throws Exception {
        UUID id = bench.add("014-0007").id();
        for (int i = 0; i < 3; i++) {
            receiver.verdicts.add(new Verdict.Missing(List.of(1)));
        }
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.ReceiptInvalid.class);
    }

    @Test
    void aReceiptForSomethingElseIsNotBelieved() throws Exception {
        UUID other = bench.add("014-0009").id();
        run();
        UUID id = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.Received(bench.queue.get(other).receipt()));
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).receipt()).isNull();
    }

    @Test
    void theReceiversWordsAreKeptForAQueryAndARejection() throws Exception {
        UUID asked = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.Query(List.of("Which arm?", "Contrast?")));
        assertThat(run().asked()).isEqualTo(1);
        assertThat(bench.queue.get(asked).state()).isEqualTo(State.QUERY);
        assertThat(bench.queue.get(asked).note()).contains("Which arm?\nContrast?");
        UUID rejected = bench.add("014-0009").id();
        receiver.verdicts.add(new Verdict.Rejected(List.of("Trial closed")));
        assertThat(run().rejected()).isEqualTo(1);
        assertThat(bench.queue.get(rejected).note()).contains("Trial closed");
        bench.queue.retry(asked, "Specimen Coordinator");
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void aReceiverThatVerifiesNothingLeavesNoReceiptButANote() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.StoredUnverified("stored, not verified by the receiver"));
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.queue.get(id).receipt()).isNull();
        assertThat(bench.queue.get(id).note()).contains("stored, not verified by the receiver");
    }

    @Test
    void aReceiverThatVerifiesForLongIsAskedAgainLater() throws Exception {
        UUID id = bench.add("014-0007").id();
        for (int i = 0; i < bench.options().verdictQuestions(); i++) {
            receiver.verdicts.add(new Verdict.Verifying());
        }
        assertThat(run().waiting()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem()).isEmpty();
        bench.clock.advance(Duration.ofMinutes(10));
        assertThat(run().received()).isEqualTo(1);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(1);
    }

    @Test
    void pausingStopsTheSendingSoonAndResumingGoesOnWhereItStopped() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.millisPerChunk = 50;
        Future<RunSummary> running = bench.workers.submit(this::run);
        await().until(() -> !receiver.parts.isEmpty());
        bench.queue.pause(id, "Specimen Coordinator");
        assertThat(running.get().received()).isZero();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.PAUSED);
        assertThat(run().received()).isZero();

        receiver.millisPerChunk = 0;
        bench.queue.resume(id, "Specimen Coordinator");
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.prepared).hasValue(1);
    }

    @Test
    void cancellingRemovesTheUploadsAndTheParts() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.millisPerChunk = 50;
        Future<RunSummary> running = bench.workers.submit(this::run);
        await().until(() -> !receiver.parts.isEmpty());
        bench.queue.cancel(id, "Specimen Coordinator");
        running.get();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.CANCELLED);
        assertThat(receiver.calls).contains("discard");
        assertThat(receiver.parts).isEmpty();
        assertThat(bench.spool().resolve(id.toString())).doesNotExist();
        assertThatThrownBy(() -> bench.queue.retry(id, "Specimen Coordinator")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCancelledOneWhoseReceiverIsDownIsDiscardedLater() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 1;
        run();
        bench.queue.cancel(id, "Specimen Coordinator");
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        run();
        assertThat(receiver.parts).isNotEmpty();
        assertThat(bench.spool().resolve(id.toString()).resolve("part-001.zip")).doesNotExist();
        run();
        assertThat(receiver.parts).isEmpty();
        assertThat(bench.spool().resolve(id.toString())).doesNotExist();
        run();
        assertThat(receiver.calls).filteredOn("discard"::equals).hasSize(2);
    }

    @Test
    void interruptingTheRunnerPutsTheSubmissionBackInTheQueue() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.millisPerChunk = 50;
        Progress progress = new Progress();
        Future<RunSummary> running =
                bench.workers.submit(() -> bench.runner(receiver.transports()).run(progress));
        await().until(() -> !receiver.parts.isEmpty());
        progress.cancel();
        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.QUEUED);
        receiver.millisPerChunk = 0;
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void whatAKilledRunnerLeftInTheMiddleIsTakenUp() throws Exception {
        for (State left : List.of(State.PREPARING, State.UPLOADING, State.VERIFYING)) {
            UUID id = bench.add("014-0007").id();
            if (left != State.PREPARING) {
                receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
                run();
            }
            Submission now = bench.queue.get(id);
            bench.queue.ledger().move(Move.of(id, now.state(), left, AuditEntry.PROGRAM));
            bench.reopen();
            assertThat(run().received()).as(left.name()).isEqualTo(1);
        }
    }

    @Test
    void lostPartsAreMadeAgainWhereTheSourcesAreKnown() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 1;
        run();
        receiver.failAfterChunks = Integer.MAX_VALUE;
        Files.delete(bench.spool().resolve(id.toString()).resolve("part-002.zip"));
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(run().held()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.SourceGone.class);

        bench.queue.sourcesAgain(id, new byte[] {1}, "Specimen Coordinator");
        assertThat(bench.queue.needingSources()).contains(id);
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.prepared).hasValue(2);
        assertThat(bench.queue.needingSources()).isEmpty();
    }

    @Test
    void otherImagesDoNotReplaceLostParts() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 1;
        run();
        receiver.failAfterChunks = Integer.MAX_VALUE;
        Files.delete(bench.spool().resolve(id.toString()).resolve("part-002.zip"));
        bench.clock.advance(Duration.ofMinutes(11));
        run();
        bench.queue.sourcesAgain(id, new byte[] {1}, "Specimen Coordinator");
        assertThat(bench.queue.needingSources()).contains(id);
        bench.runner((s, sources, folder, progress) -> Bench.bag(s, folder, progress, 7, 4000), receiver.transports())
                .run(new Progress());
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).problem()).contains(new Problem.SourceChanged());
    }

    @Test
    void sealedSubmissionsOfADamagedDatabaseAreFoundInTheSpoolAndDelivered() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 1;
        run();
        receiver.failAfterChunks = Integer.MAX_VALUE;
        bench.queue.close();
        Files.writeString(bench.database(), "garbage");
        bench.reopen();
        assertThat(bench.queue.damage()).isPresent();
        assertThat(bench.queue.list()).isEmpty();
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.queue.get(id).subject()).isEqualTo("014-0007");
        assertThat(bench.prepared).hasValue(1);
        assertThat(words(id)).first().isEqualTo("submission.recovered");
        assertThat(run().received()).isZero();
    }

    @Test
    void nothingIsSentInTheQuietHoursAndItGoesOnAfterThem() throws Exception {
        UUID id = bench.add("014-0007").id();
        bench.rules = new LineRules(quiet("12:00-14:00"), 0);
        assertThat(run().waiting()).isEqualTo(1);
        assertThat(receiver.calls).doesNotContain("announce");
        Submission waiting = bench.queue.get(id);
        assertThat(waiting.problem()).contains(new Problem.QuietHours("2026-11-22T14:00"));
        assertThat(waiting.retryAt()).isEqualTo(Instant.parse("2026-11-22T14:00:00Z"));
        assertThat(waiting.parts()).as("prepared meanwhile").isPositive();
        bench.clock.advance(Duration.ofMinutes(119));
        assertThat(run().received()).isZero();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void quietHoursThatBeginStopWhatIsBeingSentAndEndWhenTheyAreTakenBack() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.millisPerChunk = 50;
        Future<RunSummary> running = bench.workers.submit(this::run);
        await().until(() -> !receiver.parts.isEmpty());
        bench.rules = new LineRules(quiet("12:00-14:00"), 0);
        assertThat(running.get().waiting()).isEqualTo(1);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.WAITING);
        bench.rules = LineRules.NONE;
        receiver.millisPerChunk = 0;
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void aSpoolThatMayNotHoldMoreLetsTheNextOneWaitForRoom() throws Exception {
        bench.rules = new LineRules(QuietHours.none(ZoneOffset.UTC), 40_000);
        UUID first = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        run();
        UUID second = bench.add("014-0009").id();
        assertThat(run().held()).isEqualTo(1);
        assertThat(bench.queue.get(second).problem().orElseThrow()).isInstanceOf(Problem.DiskFull.class);
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(run().received()).isEqualTo(2);
        assertThat(bench.queue.get(first).state()).isEqualTo(State.RECEIVED);
    }

    private static QuietHours quiet(String hours) {
        return QuietHours.parse(hours, ZoneOffset.UTC).orElseThrow();
    }

    @Test
    void staysWithOneSubmissionThroughItsWaits() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        Future<Submission> running =
                bench.workers.submit(() -> bench.runner(receiver.transports()).runUntilSettled(id, new Progress()));
        await().until(() -> bench.queue.get(id).state() == State.WAITING);
        bench.clock.advance(Duration.ofSeconds(6));
        assertThat(running.get().state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void twoRunnersDoNotWorkOnOneSubmissionAtOnce() throws Exception {
        bench.add("014-0007");
        bench.add("014-0009");
        receiver.millisPerChunk = 5;
        Future<RunSummary> one = bench.workers.submit(this::run);
        Future<RunSummary> two = bench.workers.submit(this::run);
        assertThat(one.get().received() + two.get().received()).isEqualTo(2);
        assertThat(bench.prepared).hasValue(2);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(2);
    }

    private RunSummary run() throws Exception {
        return bench.runner(receiver.transports()).run(new Progress());
    }

    private List<String> words(UUID id) throws Exception {
        return bench.queue.audit().latest(100).reversed().stream()
                .filter(entry -> id.toString().equals(entry.details().get("submission")))
                .map(AuditEntry::what)
                .toList();
    }
}
