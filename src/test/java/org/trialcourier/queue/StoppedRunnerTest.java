// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.work.Progress;

/** A runner that is stopped, killed, or finds its database gone. */
class StoppedRunnerTest extends RunnerBench {
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
}
