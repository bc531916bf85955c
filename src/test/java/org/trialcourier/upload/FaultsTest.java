// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.faults.FaultProxy;
import org.trialcourier.faults.FaultProxy.Kind;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.work.Progress;

/**
 * Trouble on the line: after each kind of it the bytes are the same, little is sent twice, and nothing is doubled. Keeps
 * traps 3 and 7 of those that bit other clients, see {@link TrapsTest}.
 */
class FaultsTest {
    private static final Duration STALL = Duration.ofMillis(700);
    private static final int SIZE = 3_000_000;

    /** What the heads of all requests take, far below one chunk. */
    private static final long HEADS = 64 << 10;

    @TempDir
    Path folder;

    private final MapMemory memory = new MapMemory();
    private Receiver receiver;
    private FaultProxy proxy;
    private HttpAccess access;
    private TestSubmission submission;

    @BeforeEach
    void start() throws Exception {
        receiver =
                Receiver.start(new ReceiverOptions(0, folder.resolve("receiver"), List.of(), InstantSource.system()));
        proxy = new FaultProxy(receiver.tusUrl().getPort());
        access = Sending.access(STALL);
        submission = TestSubmission.make(folder.resolve("parts"), 21, SIZE);
    }

    @AfterEach
    void stop() throws Exception {
        access.close();
        proxy.close();
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void survivesTroubleAtAnyMoment(Kind kind) throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            int faults = 3;
            for (int i = 0; i < faults; i++) {
                proxy.next(kind, 400 + random.nextInt(SIZE / 4));
            }
            deliver(transport);
            assertThat(proxy.hits()).isEqualTo(faults);
            long sentTwice = proxy.upBytes() - payload();
            assertThat(sentTwice).isLessThanOrEqualTo(faults * Sending.SHORT.largestChunk() + HEADS);
        }
        assertThat(uploads()).hasSize(submission.parts().size());
    }

    @Test
    void waitsForNothingLongerThanTheStallLimit() throws Exception {
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            proxy.next(Kind.HANG, 100_000);
            long started = System.nanoTime();
            deliver(transport);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(STALL, STALL.multipliedBy(12));
        }
    }

    @Test
    void aSlowLineIsNotAStall() throws Exception {
        proxy.rate(1_000_000);
        Duration shorterThanTheWhole = Duration.ofSeconds(2);
        try (HttpAccess patient = Sending.access(shorterThanTheWhole);
                Transport transport =
                        Sending.tus(patient, proxy.through(receiver.tusUrl()), proxy.through(receiver.apiUrl()))) {
            deliver(transport);
        }
        assertThat(uploads()).hasSize(submission.parts().size());
    }

    @Test
    void saysOfflineDuringAnOutageAndGoesOnAfterIt() throws Exception {
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            Progress progress = new Progress();
            proxy.next(Kind.RESET, 900_000);
            proxy.refuse(false);
            transport.send(submission.announcement(), submission.parts().get(1), memory, progress);
            proxy.refuse(true);
            assertThatThrownBy(() -> transport.send(
                            submission.announcement(), submission.parts().get(0), memory, progress))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Offline.class));
            proxy.refuse(false);
            deliver(transport);
        }
    }

    @Test
    void interruptingStopsASendThatHangs() throws Exception {
        try (Transport transport =
                Sending.tus(Sending.access(Duration.ofSeconds(60)), proxy.through(receiver.tusUrl()), null)) {
            proxy.next(Kind.HANG, 500_000);
            Thread sender = Thread.ofPlatform().start(() -> assertThatThrownBy(() -> transport.send(
                            submission.announcement(), submission.parts().get(0), memory, new Progress()))
                    .isInstanceOf(InterruptedException.class));
            while (proxy.hits() == 0) {
                Thread.onSpinWait();
            }
            sender.interrupt();
            sender.join(Duration.ofSeconds(5));
            assertThat(sender.isAlive()).isFalse();
        }
    }

    private Transport open() {
        return Sending.tus(access, proxy.through(receiver.tusUrl()), proxy.through(receiver.apiUrl()));
    }

    private void deliver(Transport transport) throws Exception {
        transport.announce(submission.announcement());
        for (SealedPart part : submission.parts()) {
            transport.send(submission.announcement(), part, memory, new Progress());
        }
        Verdict verdict = TransportContract.settled(transport, submission);
        assertThat(verdict).isInstanceOf(Verdict.Received.class);
    }

    private long payload() {
        return submission.parts().stream().mapToLong(part -> part.info().size()).sum();
    }

    private List<Path> uploads() throws Exception {
        try (Stream<Path> entries = Files.list(folder.resolve("receiver").resolve(".uploads"))) {
            return entries.toList();
        }
    }
}
