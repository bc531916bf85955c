// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.upload.Verdict;
import org.trialcourier.work.Progress;

/** From queued to received, and what happens when that does not work. */
class QueueRunnerTest extends RunnerBench {
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
    void whatTheReceiverHasIsToldWhileItCannotBeReached() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 2;
        run();
        long sent = bench.queue.get(id).sentBytes();
        assertThat(sent).isPositive();
        receiver.isSilent = true;
        bench.clock.advance(Duration.ofMinutes(11));
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.WAITING);
        assertThat(bench.queue.get(id).sentBytes()).isEqualTo(sent);
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
                            throw new ProblemException(new Problem.HeldBack(List.of(new Problem.HeldImage(
                                    3, Phrase.of("held.residue", "(0010,4000)", Phrase.of("residue.name"), 0)))));
                        },
                        receiver.transports())
                .run(new Progress());
        assertThat(bench.queue.get(id).problem())
                .contains(new Problem.HeldBack(List.of(new Problem.HeldImage(
                        3, Phrase.of("held.residue", "(0010,4000)", Phrase.of("residue.name"), 0)))));
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
        BlockingQueue<Optional<Problem>> told = new LinkedBlockingQueue<>();
        Future<?> running = bench.workers.submit(() -> {
            bench.runner(receiver.transports()).runForever(progress, told::add);
            return null;
        });
        assertThat(told.take()).as("the trouble is told").isPresent();
        assertThat(running).isNotDone();
        Files.move(bench.spool(), aside);
        await().until(() -> bench.queue.get(id).state() == State.RECEIVED);
        await("and that it is over").until(() -> told.contains(Optional.empty()));
        progress.cancel();
        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
    }
}
