// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/**
 * Client and receiver are killed (SIGKILL) at random moments of the whole life of submissions, again and again; then
 * every submission must have arrived exactly once, byte by byte. {@code -Dcrash.kills=300} for more than the usual 60,
 * {@code -Dcrash.seed=…} to repeat a run.
 */
@Tag("crash")
class KillTest {
    private static final int LONGEST_MILLIS = 1500;

    @TempDir
    Path temp;

    @Test
    void whateverIsKilledEverySubmissionArrivesExactlyOnce() throws Exception {
        long seed = Long.getLong("crash.seed", new Random().nextLong());
        int kills = Integer.getInteger("crash.kills", 60);
        System.out.println("crash.seed=" + seed + " crash.kills=" + kills);
        Random random = new Random(seed);
        Path home = Files.createDirectory(temp.resolve("home"));
        Path store = Files.createDirectory(temp.resolve("store"));
        int killed = 0;
        int count = 2;
        Child receiver = receiver(store);
        String[] address = receiver.await("go").split(" ");
        try {
            while (killed < kills) {
                try (Child client = client(home, address, count)) {
                    client.await(random.nextInt(4) == 0 ? "go" : "work");
                    if (random.nextInt(4) == 0) {
                        Thread.sleep(random.nextInt(LONGEST_MILLIS));
                        killed += receiver.killAfter(0) ? 1 : 0;
                        receiver = receiver(store);
                        assertThat(receiver.await("go").split(" ")).isEqualTo(address);
                    }
                    if (client.killAfter(random.nextInt(LONGEST_MILLIS))) {
                        killed++;
                    } else {
                        assertThat(client.exit(1)).isZero();
                        count += 3;
                    }
                }
            }
            try (Child client = client(home, address, count)) {
                assertThat(client.exit(120))
                        .as("the last client brings everything to an end: %s", new Story(home))
                        .isZero();
            }
        } finally {
            receiver.close();
        }
        System.out.println(killed + " kills, " + count + " submissions");
        checkClient(home, count);
        for (int i = 0; i < count; i++) {
            checkArrived(home, store, i);
        }
        try (Stream<Path> folders = Files.list(store)) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(f -> !f.getFileName().toString().startsWith(".")))
                    .hasSize(count);
        }
    }

    private void checkClient(Path home, int count) throws Exception {
        try (Queue queue = Queue.open(home.resolve("trialcourier.db"), Clock.systemUTC(), null)) {
            assertThat(queue.damage()).isEmpty();
            assertThat(queue.audit().verify().faults()).isEmpty();
            assertThat(queue.list()).hasSize(count).allSatisfy(s -> {
                assertThat(s.state()).isEqualTo(State.RECEIVED);
                assertThat(s.receipt()).isNotNull();
                assertThat(s.receipt().holds()).isTrue();
            });
            List<AuditEntry> received = queue.audit().latest(1_000_000).stream()
                    .filter(entry -> entry.what().equals("submission.received"))
                    .toList();
            assertThat(received).hasSize(count);
            assertThat(queue.ledger().untidy()).isEmpty();
        }
        try (Stream<Path> spool = Files.list(home.resolve("spool"))) {
            assertThat(spool.map(f -> f.getFileName().toString())).containsOnly("locks");
        }
    }

    /** What the receiver stored is what the client's images give when they are packed once more. */
    private void checkArrived(Path home, Path store, int number) throws Exception {
        NewSubmission sent = KilledClient.submission(number);
        Path again = temp.resolve("again" + number);
        Announcement expected = KilledClient.prepare(sent.id(), again, new Progress());
        Path there = store.resolve(sent.id().toString());
        assertThat(hash(there.resolve("bag").resolve(BagLayout.MANIFEST))).isEqualTo(expected.manifestSha256());
        for (PartInfo part : expected.parts()) {
            assertThat(hash(there.resolve("parts").resolve(part.fileName()))).isEqualTo(part.sha256());
        }
        for (String line : Files.readAllLines(there.resolve("bag").resolve(BagLayout.MANIFEST))) {
            assertThat(hash(there.resolve("bag").resolve(line.substring(66)))).isEqualTo(line.substring(0, 64));
        }
        assertThat(home).isDirectory();
    }

    /** What the queue and the logs say, read only where the test fails. */
    private record Story(Path home) {
        @Override
        public String toString() {
            try (Queue queue = Queue.open(home.resolve("trialcourier.db"), Clock.systemUTC(), null)) {
                StringBuilder story = new StringBuilder();
                for (Submission s : queue.list()) {
                    if (s.state() != State.RECEIVED) {
                        story.append('\n').append(s).append(queue.ledger().parts(s.id()));
                    }
                }
                queue.audit().latest(12).forEach(entry -> story.append('\n').append(entry));
                for (String log : List.of("client.log", "receiver.log")) {
                    List<String> lines = Files.readAllLines(home.resolveSibling(log));
                    lines.subList(Math.max(0, lines.size() - 60), lines.size())
                            .forEach(line -> story.append('\n').append(line));
                }
                return story.toString();
            } catch (IOException | ProblemException e) {
                return e.toString();
            }
        }
    }

    private Child receiver(Path store) throws IOException {
        return Child.start(temp.resolve("receiver.log"), KilledReceiver.class, store.toString());
    }

    private Child client(Path home, String[] address, int count) throws IOException {
        return Child.start(
                temp.resolve("client.log"),
                KilledClient.class,
                home.toString(),
                address[1],
                address[2],
                Integer.toString(count));
    }

    private static String hash(Path file) throws IOException {
        return Sha256.hex(Files.readAllBytes(file));
    }
}
