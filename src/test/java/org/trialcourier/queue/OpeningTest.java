// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.HandClock;

class OpeningTest {
    private final HandClock clock = Bench.clock();

    @TempDir
    Path home;

    @Test
    void garbageIsSetAsideAndNeverOverwritten() throws Exception {
        byte[] garbage = new byte[50_000];
        new Random(1).nextBytes(garbage);
        Files.write(file(), garbage);
        try (Queue queue = Queue.open(file(), clock, null)) {
            assertThat(queue.damage().orElseThrow())
                    .isInstanceOfSatisfying(
                            Problem.StoreDamaged.class, damage -> assertThat(home.resolve(damage.setAside()))
                                    .hasBinaryContent(garbage));
            assertThat(queue.list()).isEmpty();
            assertThat(queue.audit().latest(1).getFirst().what()).isEqualTo("store.set-aside");
        }
        try (Queue queue = Queue.open(file(), clock, null)) {
            assertThat(queue.damage()).isEmpty();
        }
    }

    @Test
    void aDatabaseCutShortIsSetAside() throws Exception {
        fill();
        long size = Files.size(file());
        for (long length : new long[] {0, 100, 4096, size / 2, size - 1}) {
            Path copy = Files.createDirectory(home.resolve("cut" + length)).resolve("queue.db");
            Files.copy(file(), copy);
            Files.copy(home.resolve("queue.db.anchor"), copy.resolveSibling("queue.db.anchor"));
            try (RandomAccessFile cut = new RandomAccessFile(copy.toFile(), "rw")) {
                cut.setLength(length);
            }
            try (Queue queue = Queue.open(copy, clock, null)) {
                assertThat(queue.damage())
                        .as("cut at " + length + " of " + size)
                        .isPresent();
                assertThat(queue.list()).isEmpty();
                assertThat(queue.audit().verify().faults())
                        .as("a trail that was lost is never called whole")
                        .containsExactly(new AuditReport.Fault(AuditReport.Kind.BEGUN_ANEW, 1));
            }
            try (Stream<Path> files = Files.list(copy.getParent())) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .anySatisfy(name -> assertThat(name).endsWith(".anchor").contains("damaged"));
            }
        }
    }

    @Test
    void aDatabaseThatIsGoneThoughItHeldEntriesIsReported() throws Exception {
        fill();
        Files.delete(file());
        try (Queue queue = Queue.open(file(), clock, null)) {
            assertThat(queue.damage()).isPresent();
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAlone() throws Exception {
        fill();
        try (Database database = Database.connect(file())) {
            database.write(connection ->
                    connection.createStatement().executeUpdate("INSERT INTO schema_version VALUES (99, 0)"));
        }
        assertThatThrownBy(() -> Queue.open(file(), clock, null))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.StoreNewer.class));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblem() {
        assertThatThrownBy(() -> Queue.open(Path.of("/proc/trialcourier/queue.db"), clock, null))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                        .isInstanceOf(Problem.StoreUnwritable.class));
    }

    @Test
    void theFileIsKeptAsItMustBe() throws Exception {
        fill();
        try (Database database = Database.connect(file())) {
            for (List<String> expected : List.of(
                    List.of("journal_mode", "wal"),
                    List.of("synchronous", "2"),
                    List.of("secure_delete", "1"),
                    List.of("foreign_keys", "1"))) {
                String value = database.read(connection -> {
                    try (var statement = connection.createStatement();
                            var row = statement.executeQuery("PRAGMA " + expected.getFirst())) {
                        row.next();
                        return row.getString(1);
                    }
                });
                assertThat(value).as(expected.getFirst()).isEqualTo(expected.getLast());
            }
        }
    }

    private Path file() {
        return home.resolve("queue.db");
    }

    private void fill() throws Exception {
        try (Bench bench = new Bench(home)) {
            for (int i = 0; i < 12; i++) {
                bench.add("014-000" + i);
            }
        }
    }
}
