// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.problem.Remedy;
import org.trialcourier.upload.Destination;
import org.trialcourier.upload.MapMemory;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.upload.Sending;
import org.trialcourier.upload.TestSubmission;
import org.trialcourier.upload.Throttle;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.Transports;
import org.trialcourier.upload.Verdict;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/** Kills the receiver again and again; {@code -Dcrash.kills=N} sets how often, {@code -Dcrash.seed=N} repeats a run. */
@Tag("crash")
class ReceiverCrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 15);

    @TempDir
    Path folder;

    @Test
    void everySubmissionArrivesWholeHoweverOftenTheReceiverDies() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash.seed=" + seed);
        Random random = new Random(seed);
        Path store = folder.resolve("receiver");
        int kills = 0;
        List<TestSubmission> sent = new ArrayList<>();
        for (int round = 0; kills < KILLS; round++) {
            TestSubmission submission =
                    TestSubmission.make(folder.resolve("parts" + round), random.nextLong(), 2_000_000, 3_000_000, 10);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                ReceiverProcess receiver = ReceiverProcess.start(store);
                ReceiverProcess first = receiver;
                Future<Verdict> delivery = threads.submit(() -> deliver(first, submission));
                while (!delivery.isDone() && kills < KILLS) {
                    TimeUnit.MILLISECONDS.sleep(20 + random.nextInt(1500));
                    receiver.kill();
                    kills++;
                    if (random.nextInt(4) == 0) {
                        ReceiverProcess.killWhileItStarts(store, 200 + random.nextInt(1200));
                        kills++;
                    }
                    receiver = ReceiverProcess.start(store);
                    assertThat(receiver.tusUrl()).isEqualTo(first.tusUrl());
                }
                assertThat(delivery.get(120, TimeUnit.SECONDS)).isInstanceOf(Verdict.Received.class);
                receiver.kill();
            }
            sent.add(submission);
            assertStored(store, submission);
        }
        System.out.println(kills + " kills, " + sent.size() + " submissions");
        try (Stream<Path> stored = Files.list(store)) {
            assertThat(stored.filter(Files::isDirectory)
                            .map(each -> each.getFileName().toString())
                            .filter(name -> !name.startsWith(".")))
                    .as("each of them once")
                    .containsExactlyInAnyOrderElementsOf(sent.stream()
                            .map(each -> each.announcement().submission().toString())
                            .toList());
        }
    }

    private Verdict deliver(ReceiverProcess receiver, TestSubmission submission) throws Exception {
        MapMemory memory = new MapMemory();
        try (HttpAccess access = Sending.access(Duration.ofSeconds(5))) {
            Transport transport = new Transports(access, new Throttle(3_000_000), Sending.SHORT)
                    .open(
                            new Destination(Destination.Type.TUS, receiver.tusUrl(), receiver.apiUrl()),
                            TokenSource.none(),
                            (api, key) -> true);
            while (true) {
                try {
                    transport.announce(submission.announcement());
                    for (SealedPart part : submission.parts()) {
                        transport.send(submission.announcement(), part, memory, new Progress());
                    }
                    Verdict verdict = transport.finish(submission.announcement());
                    if (!(verdict instanceof Verdict.Verifying) && !(verdict instanceof Verdict.Missing)) {
                        return verdict;
                    }
                } catch (ProblemException e) {
                    assertThat(e.problem().remedy()).as("%s", e.problem()).isEqualTo(Remedy.WAIT);
                }
            }
        }
    }

    private static void assertStored(Path store, TestSubmission submission) throws Exception {
        Path home = store.resolve(submission.announcement().submission().toString());
        for (SealedPart part : submission.parts()) {
            byte[] stored =
                    Files.readAllBytes(home.resolve("parts").resolve(part.info().fileName()));
            assertThat(Sha256.hex(stored)).isEqualTo(part.info().sha256());
        }
        assertThat(home.resolve("bag").resolve("bagit.txt")).exists();
        assertThat(home.resolve(".bag")).doesNotExist();
    }
}
