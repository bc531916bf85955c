// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trialcourier.connect.ConnectionSettings;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.upload.Destination;
import org.trialcourier.upload.Patience;
import org.trialcourier.upload.Throttle;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/**
 * Parts that are lost when the program is another version, which makes other parts of the same images: these take the
 * place of the first ones where the receiver has nothing yet, and are never mixed with them.
 */
class SpoolAfterUpgradeTest extends RunnerBench {
    @Test
    void aNewPackageIsAnnouncedWhereTheReceiverHasNothing() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 0;
        run();
        receiver.failAfterChunks = Integer.MAX_VALUE;
        Announcement before = receiver.announced.get(id);
        loseParts(id);
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(upgraded().received()).isEqualTo(1);
        assertThat(receiver.announced.get(id).software()).isEqualTo("TrialCourier next");
        assertThat(receiver.announced.get(id)).isNotEqualTo(before);
        assertThat(receiver.calls).containsSubsequence("announce", "discard", "announce");
        assertThat(bench.queue.get(id).bytes())
                .isEqualTo(receiver.announced.get(id).parts().stream()
                        .mapToLong(PartInfo::size)
                        .sum());
    }

    @Test
    void itIsHeldWhereTheReceiverHasSomeOfTheFirst() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.failAfterChunks = 2;
        run();
        receiver.failAfterChunks = Integer.MAX_VALUE;
        loseParts(id);
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(upgraded().held()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem()).contains(new Problem.PackageDiffers());
        assertThat(receiver.announced.get(id).software()).isEqualTo("TrialCourier test");

        bench.queue.retry(id, "Specimen Coordinator");
        assertThat(run().received()).as("the first version again").isEqualTo(1);
    }

    @Test
    void aReceiverThatKnowsAnotherAnnouncementHoldsItWithTheSameWords() throws Exception {
        UUID id = bench.add("014-0007").id();
        Submission other = bench.queue.get(id);
        receiver.announced.put(id, Bench.bag(other, home.resolve("other"), new Progress(), 3, 4000));
        assertThat(run().held()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem()).contains(new Problem.PackageDiffers());
    }

    @Test
    void theReceiverOfThisProgramTakesTheNewPackage() throws Exception {
        UUID id = new UUID(0x1234, 1);
        bench.queue.add(KilledClient.submission(1), new byte[] {1}, "Specimen Coordinator");
        Path store = Files.createDirectory(home.resolve("store"));
        try (Receiver real = Receiver.start(new ReceiverOptions(0, store, List.of(), Clock.systemUTC()));
                HttpAccess access = HttpAccess.open(ConnectionSettings.standard())) {
            Destination tus = new Destination(Destination.Type.TUS, real.tusUrl(), real.apiUrl());
            Destination elsewhere =
                    new Destination(Destination.Type.TUS, URI.create("http://127.0.0.1:9/files/"), real.apiUrl());
            var transports = new org.trialcourier.upload.Transports(
                    access,
                    new Throttle(0),
                    new Patience(1, Duration.ofMillis(1), Duration.ofMillis(5), 1 << 20, 1 << 10, 1 << 20));
            bench.runner(
                            (s, sources, folder, progress) -> KilledClient.prepare(s.id(), folder, progress),
                            s -> transports.open(elsewhere, TokenSource.none(), (api, key) -> true))
                    .run(new Progress());
            assertThat(bench.queue.get(id).state()).as("announced, not sent").isEqualTo(State.WAITING);
            loseParts(id);
            bench.clock.advance(Duration.ofMinutes(11));
            bench.runner(
                            (s, sources, folder, progress) -> next(KilledClient.prepare(s.id(), folder, progress)),
                            s -> transports.open(tus, TokenSource.none(), (api, key) -> true))
                    .run(new Progress());
            assertThat(bench.queue.get(id).state()).isEqualTo(State.RECEIVED);
            assertThat(Files.readString(store.resolve(id.toString()).resolve("state.json")))
                    .contains("TrialCourier next");
        }
    }

    private RunSummary upgraded() throws Exception {
        return bench.runner(
                        (s, sources, folder, progress) -> next(Bench.bag(s, folder, progress, 6, 5000)),
                        receiver.transports())
                .run(new Progress());
    }

    private static Announcement next(Announcement a) throws ProblemException {
        return new Announcement(
                a.submission(),
                a.trial(),
                a.site(),
                a.subject(),
                a.visit(),
                a.instances(),
                a.payloadFiles(),
                a.payloadBytes(),
                a.manifestSha256(),
                a.parts(),
                "TrialCourier next");
    }

    private void loseParts(UUID id) throws Exception {
        for (int number = 1; number <= 4; number++) {
            Files.deleteIfExists(bench.spool().resolve(id.toString()).resolve("part-00" + number + ".zip"));
        }
    }
}
