// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.UploadMemory;
import org.trialcourier.work.Progress;

class QueueTest {
    private static final String WHO = "Specimen Coordinator";

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(home);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(bench.queue.audit().verify().intact()).isTrue();
        bench.close();
    }

    @Test
    void whatWasAddedIsThereAfterARestart() throws Exception {
        Submission added = bench.add("014-0007", Instant.parse("2026-11-25T22:59:59Z"));
        bench.reopen();
        assertThat(bench.queue.list()).containsExactly(added);
        assertThat(added.state()).isEqualTo(State.QUEUED);
        assertThat(added.created()).isEqualTo(bench.clock.instant());
        assertThat(added.bytes()).isEqualTo(20_000);
        assertThat(added.share()).isZero();
    }

    @Test
    void theVisitThatClosesSoonestGoesFirstAndWhatAPersonPutFirstBeforeIt() throws Exception {
        UUID none = bench.add("1").id();
        bench.clock.advance(Duration.ofSeconds(1));
        UUID late = bench.add("2", Instant.parse("2026-12-24T00:00:00Z")).id();
        bench.clock.advance(Duration.ofSeconds(1));
        UUID soon = bench.add("3", Instant.parse("2026-11-23T00:00:00Z")).id();
        bench.clock.advance(Duration.ofSeconds(1));
        UUID noneLater = bench.add("4").id();
        assertThat(ids()).containsExactly(soon, late, none, noneLater);
        bench.queue.moveFirst(none, WHO);
        bench.queue.moveFirst(noneLater, WHO);
        assertThat(ids()).containsExactly(noneLater, none, soon, late);
    }

    @Test
    void settledOnesComeLast() throws Exception {
        UUID cancelled = bench.add("1").id();
        UUID open = bench.add("2").id();
        bench.queue.cancel(cancelled, WHO);
        assertThat(ids()).containsExactly(open, cancelled);
    }

    @Test
    void isFoundByTheBeginningOfItsIdWhereOnlyOneBeginsSo() throws Exception {
        UUID one = UUID.fromString("aaaaaaaa-0000-0000-0000-000000000001");
        UUID two = UUID.fromString("aaaaaaaa-0000-0000-0000-000000000002");
        for (UUID id : List.of(one, two)) {
            bench.queue.add(new NewSubmission(id, "T", "S", "1", "BL", 1, 1, null), new byte[0], WHO);
        }
        assertThat(bench.queue.find(one.toString()).id()).isEqualTo(one);
        assertThat(bench.queue.find(" AAAAAAAA-0000-0000-0000-000000000002").id())
                .isEqualTo(two);
        for (String bad : List.of("aaaa", "", "b", "%", "_")) {
            problem(() -> bench.queue.find(bad), Problem.Unknown.class);
        }
    }

    @Test
    void whatAStateDoesNotAllowIsRefusedAndChangesNothing() throws Exception {
        UUID id = bench.add("1").id();
        problem(() -> bench.queue.resume(id, WHO), Problem.NotNow.class);
        problem(() -> bench.queue.retry(id, WHO), Problem.NotNow.class);
        bench.queue.pause(id, WHO);
        problem(() -> bench.queue.pause(id, WHO), Problem.NotNow.class);
        bench.queue.cancel(id, WHO);
        problem(() -> bench.queue.pause(id, WHO), Problem.NotNow.class);
        problem(() -> bench.queue.cancel(id, WHO), Problem.NotNow.class);
        problem(() -> bench.queue.pause(UUID.randomUUID(), WHO), Problem.Unknown.class);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.CANCELLED);
        assertThat(bench.queue.audit().latest(10)).hasSize(3);
    }

    @Test
    void eachChangeOfStateHasItsEntryWithWhoAndWhen() throws Exception {
        UUID id = bench.add("1").id();
        bench.clock.advance(Duration.ofMinutes(3));
        bench.queue.pause(id, WHO);
        AuditEntry entry = bench.queue.audit().latest(1).getFirst();
        assertThat(entry.what()).isEqualTo("submission.paused");
        assertThat(entry.who()).isEqualTo(WHO);
        assertThat(entry.time()).isEqualTo("2026-11-22T13:03:00+01:00");
        assertThat(entry.details()).containsEntry("submission", id.toString()).containsEntry("from", "queued");
    }

    @Test
    void ofManyWhoMoveItAtOnceOneSucceeds() throws Exception {
        UUID id = bench.add("1").id();
        List<Future<Boolean>> moves = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            moves.add(bench.workers.submit(() -> {
                try (Queue other = Queue.open(bench.database(), bench.clock, null)) {
                    return other.ledger().move(Move.of(id, State.QUEUED, State.PREPARING, AuditEntry.PROGRAM));
                }
            }));
        }
        int made = 0;
        for (Future<Boolean> move : moves) {
            made += move.get() ? 1 : 0;
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void twoConnectionsWriteWithoutLosingAnEntry() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            writers.add(bench.workers.submit(() -> {
                try (Queue other = Queue.open(bench.database(), bench.clock, null)) {
                    for (int i = 0; i < 20; i++) {
                        other.add(
                                new NewSubmission(UUID.randomUUID(), "T", "S", "1", "BL", 1, 1, null),
                                new byte[0],
                                WHO);
                    }
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(bench.queue.list()).hasSize(60);
        assertThat(bench.queue.audit().verify().entries()).isEqualTo(60);
    }

    @Test
    void theSealedSourcesAreGoneFromTheFilesOnceAllIsReceived() throws Exception {
        UUID id = bench.add("1").id();
        byte[] secret = ("sealed sources of " + id).getBytes(StandardCharsets.UTF_8);
        assertThat(filesHold(secret)).isTrue();
        bench.runner(new MemoryReceiver().transports()).run(new Progress());
        assertThat(filesHold(secret)).isFalse();
    }

    @Test
    void theSealedSourcesAreGoneFromTheFilesAfterCancelling() throws Exception {
        UUID id = bench.add("1").id();
        bench.queue.cancel(id, WHO);
        assertThat(filesHold(("sealed sources of " + id).getBytes(UTF_8))).isFalse();
    }

    @Test
    void saysUntilWhenTheReceiverKeepsTheOldestUnfinishedUploadOfAStillOne() throws Exception {
        UUID id = bench.add("1").id();
        assertThat(bench.queue.get(id).keptUntil()).isNull();
        bench.queue.memory(id).remember(UploadMemory.KEPT_UNTIL + "part 1", "2026-12-02T09:00:00Z");
        bench.queue.memory(id).remember(UploadMemory.KEPT_UNTIL + "part 2", "2026-11-30T09:00:00Z");
        assertThat(bench.queue.get(id).keptUntil()).isEqualTo("2026-11-30T09:00:00Z");
        assertThat(bench.queue.get(id).goesStale()).as("it is about to be sent").isEmpty();
        assertThat(bench.queue.pause(id, WHO).goesStale()).contains(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void transportsRememberAcrossARestart() throws Exception {
        UUID id = bench.add("1").id();
        bench.queue.memory(id).remember("part 1", "https://receiver.example/files/1");
        bench.queue.memory(id).remember("part 1", "https://receiver.example/files/2");
        bench.reopen();
        assertThat(bench.queue.memory(id).recall("part 1")).contains("https://receiver.example/files/2");
        bench.queue.memory(id).forget("part 1");
        bench.queue.memory(id).forget("unknown");
        assertThat(bench.queue.memory(id).recall("part 1")).isEmpty();

        bench.queue.memory(id).ofServer("https://receiver.example/files/").remember("chunk", "8388608");
        assertThat(bench.queue.memory(id).recall("chunk")).isEmpty();
        assertThat(bench.queue
                        .memory(UUID.randomUUID())
                        .ofServer("https://receiver.example/files/")
                        .recall("chunk"))
                .as("all submissions share it")
                .contains("8388608");
        assertThat(bench.queue
                        .memory(id)
                        .ofServer("https://other.example/files/")
                        .recall("chunk"))
                .isEmpty();
    }

    @Test
    void everyKindOfProblemIsKeptOrReadAsUnexpected() {
        assertThat(Problem.class.getDeclaredClasses())
                .filteredOn(Problem.class::isAssignableFrom)
                .hasSizeGreaterThan(30)
                .allMatch(kind -> kind.isRecord() || kind.isSealed());
        for (Problem problem : List.of(
                new Problem.Offline("h", "d"),
                new Problem.Busy("h", 503),
                new Problem.SourceChanged(),
                new Problem.Refused("h", 400, "r"),
                new Problem.NotNow("s", "t", "a"),
                new Problem.DiskFull(5, 3),
                new Problem.QuietHours("2026-11-23T06:00"),
                new Problem.HeldBack(List.of(new Problem.HeldImage(
                        3, Phrase.of("held.residue", "(0010,4000)", Phrase.of("residue.name"), 2)))))) {
            assertThat(ProblemText.read(ProblemText.write(problem))).isEqualTo(problem);
        }
        assertThat(ProblemText.read("{\"kind\":\"FromTheFuture\",\"fields\":\"{}\"}"))
                .isEqualTo(new Problem.Unexpected("FromTheFuture"));
        assertThat(ProblemText.read("?")).isInstanceOf(Problem.Unexpected.class);
        assertThat(ProblemText.write(new Problem.Unreadable("/media/Specimen^Fictional/1.dcm", "x")))
                .doesNotContain("Specimen");
    }

    private List<UUID> ids() throws ProblemException {
        return bench.queue.list().stream().map(Submission::id).toList();
    }

    private boolean filesHold(byte[] bytes) throws IOException {
        String needle = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void problem(ThrowingCallable call, Class<? extends Problem> kind) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isInstanceOf(kind));
    }
}
