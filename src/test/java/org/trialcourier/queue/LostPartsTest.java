// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.Preparer;
import org.trialcourier.queue.run.QueueRunner;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.wire.Announcement;
import org.trialcourier.work.Progress;

/** Parts that are missing or were changed on this computer are noticed here, and made again from where they came from. */
class LostPartsTest extends RunnerBench {
    @Test
    void aMissingPartIsMadeAgain() throws Exception {
        UUID id = begun();
        assertThat(bench.queue.needingSources()).isEmpty();
        assertThat(bench.runner(receiver.transports()).missingParts()).isEmpty();
        Files.delete(part(id, 2));
        assertThat(bench.runner(receiver.transports()).missingParts())
                .as("known before anybody works on it: the disc must stay")
                .containsExactly(id);
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.runner(receiver.transports()).missingParts()).isEmpty();
        assertThat(bench.prepared).hasValue(2);
        assertThat(bench.queue.needingSources()).isEmpty();
    }

    @Test
    void aPartThatWasChangedIsNoticedBeforeItIsSentAndMadeAgain() throws Exception {
        UUID id = announced();
        flip(part(id, 2));
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.prepared).hasValue(2);
        assertThat(words(id)).containsOnlyOnce("submission.part-damaged");
        assertThat(receiver.calls).containsOnlyOnce("send 2").doesNotContain("discard");
    }

    @Test
    void ofAPartThatWasChangedWhileItWasSentTheReceiverKeepsNothing() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.millisPerChunk = 30;
        Future<RunSummary> running = bench.workers.submit(this::run);
        await().until(() -> !receiver.parts.isEmpty());
        flip(part(id, 1));
        assertThat(running.get().received()).isEqualTo(1);
        assertThat(receiver.calls).contains("discard");
        assertThat(words(id)).contains("submission.part-damaged");
    }

    @Test
    void whatNobodyConfirmedIsNotShownAsSentAndYetTakenBackWhereItWasDamaged() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.isStranger = true;
        Future<RunSummary> running = bench.workers.submit(this::run);
        await().until(() -> bench.queue.get(id).sentBytes() > 0);
        receiver.released.countDown();
        running.get();
        assertThat(bench.queue.get(id).share()).isZero();
        receiver.isStranger = false;
        flip(part(id, 1));
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(run().received()).isEqualTo(1);
        assertThat(receiver.calls).contains("discard");
    }

    @Test
    void aPartThatTheReceiverFindsDamagedIsLookedAtHereFirst() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        QueueRunner runner = bench.runner(receiver.transports());
        runner.run(new Progress());
        FileTime before = Files.getLastModifiedTime(part(id, 2));
        flip(part(id, 2));
        Files.setLastModifiedTime(part(id, 2), before);
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(runner.run(new Progress()).received()).isEqualTo(1);
        assertThat(bench.prepared).hasValue(2);
        assertThat(receiver.calls).filteredOn("send 2"::equals).hasSize(2);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(1);
    }

    @Test
    void whereTheImagesAreGoneItIsHeldUntilTheyAreBack() throws Exception {
        UUID id = begun();
        flip(part(id, 2));
        Preparer gone = (s, sources, folder, progress) -> {
            throw new ProblemException(new Problem.SourceGone(5, 5));
        };
        assertThat(bench.runner(gone, receiver.transports()).run(new Progress()).held())
                .isEqualTo(1);
        assertThat(bench.queue.get(id).problem()).contains(new Problem.SourceGone(5, 5));
        assertThat(bench.queue.needingSources()).containsExactly(id);
        bench.queue.retry(id, "Specimen Coordinator");
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void whereNothingTellsWhereTheImagesWereItIsHeldWithTrueWords() throws Exception {
        UUID id = begun();
        bench.queue.close();
        Files.writeString(bench.database(), "garbage");
        bench.reopen();
        flip(part(id, 2));
        assertThat(run().held()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.PartsLost.class);
        assertThat(bench.queue.cancel(id, "Specimen Coordinator").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void otherImagesDoNotReplaceLostPartsAndTheFirstOnesStillDo() throws Exception {
        UUID id = begun();
        Files.delete(part(id, 2));
        bench.runner((s, sources, folder, progress) -> Bench.bag(s, folder, progress, 7, 4000), receiver.transports())
                .run(new Progress());
        assertThat(bench.queue.get(id).problem()).contains(new Problem.SourceChanged());
        bench.queue.retry(id, "Specimen Coordinator");
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void onADiskThatKeepsNothingItIsHeldInTheEnd() throws Exception {
        UUID id = bench.add("014-0007").id();
        Preparer spoilt = (s, sources, folder, progress) -> {
            Announcement made = bench.prepare(s, sources, folder, progress);
            flip(folder.resolve("part-001.zip"));
            return made;
        };
        assertThat(bench.runner(spoilt, receiver.transports())
                        .run(new Progress())
                        .held())
                .isEqualTo(1);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.Unwritable.class);
        assertThat(bench.prepared).hasValue(3);
    }

    /** One whose first chunks are at the receiver; its next attempt is due. */
    private UUID begun() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 1;
        run();
        receiver.failAfterChunks = Integer.MAX_VALUE;
        bench.clock.advance(Duration.ofMinutes(11));
        return id;
    }

    /** One that is sealed, of which the receiver has nothing. */
    private UUID announced() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        run();
        bench.clock.advance(Duration.ofMinutes(11));
        return id;
    }

    private Path part(UUID id, int number) {
        return bench.spool().resolve(id.toString()).resolve("part-00" + number + ".zip");
    }

    private static void flip(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
