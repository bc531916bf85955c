// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.problem.Problem;

/** Each change of state that the table of {@link State} allows leaves one entry: who, when, from what to what, why. */
class AuditedMovesTest {
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

    /** Nothing is a draft in the queue: what is added is queued. */
    static Stream<Arguments> moves() {
        return Arrays.stream(State.values())
                .filter(state -> state != State.DRAFT)
                .flatMap(from -> from.successors().stream().map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void eachMoveOfTheTableLeavesItsEntry(State from, State to) throws Exception {
        UUID id = bench.add("014-0007").id();
        State now = State.QUEUED;
        for (State next : way(from)) {
            assertThat(bench.queue.ledger().move(Move.of(id, now, next, "Way"))).isTrue();
            now = next;
        }
        AuditEntry before = bench.queue.audit().latest(1).getFirst();
        bench.clock.advance(Duration.ofMinutes(7));
        assertThat(bench.queue
                        .ledger()
                        .move(Move.of(id, from, to, "Specimen Coordinator")
                                .because(new Problem.Offline("lab.example", "why.timeout"))
                                .saying("in words")
                                .until(bench.clock.instant())))
                .isTrue();

        AuditEntry entry = bench.queue.audit().latest(1).getFirst();
        assertThat(entry.seq()).isEqualTo(before.seq() + 1);
        assertThat(entry.who()).isEqualTo("Specimen Coordinator");
        assertThat(OffsetDateTime.parse(entry.time()).toInstant()).isEqualTo(bench.clock.instant());
        assertThat(entry.time()).endsWith("+01:00");
        assertThat(entry.what()).isEqualTo("submission." + Move.word(to));
        assertThat(entry.details())
                .containsEntry("submission", id.toString())
                .containsEntry("from", Move.word(from))
                .containsEntry("problem", "Offline")
                .containsEntry("note", "in words")
                .containsEntry("until", bench.clock.instant().toString());

        assertThat(bench.queue.ledger().move(Move.of(id, from, to, "Late")))
                .as("what does not move leaves none")
                .isEqualTo(from == to);
        assertThat(bench.queue.audit().latest(1).getFirst()).isEqualTo(entry);
    }

    @Test
    void whatIsPutFirstTellsItsPlaceBeforeAndAfter() throws Exception {
        bench.add("014-0001");
        bench.clock.advance(Duration.ofSeconds(1));
        UUID id = bench.add("014-0002").id();
        bench.queue.moveFirst(id, "Specimen Coordinator");
        AuditEntry entry = bench.queue.audit().latest(1).getFirst();
        assertThat(entry.what()).isEqualTo("submission.moved-first");
        assertThat(entry.who()).isEqualTo("Specimen Coordinator");
        assertThat(entry.details()).containsEntry("before", "2").containsEntry("after", "1");
    }

    /** The shortest way from queued to a state. */
    private static List<State> way(State to) {
        Deque<List<State>> ways = new ArrayDeque<>(List.of(List.of()));
        while (!ways.isEmpty()) {
            List<State> way = ways.removeFirst();
            State end = way.isEmpty() ? State.QUEUED : way.getLast();
            if (end == to) {
                return way;
            }
            for (State next : end.successors()) {
                List<State> longer = new ArrayList<>(way);
                longer.add(next);
                ways.add(longer);
            }
        }
        throw new IllegalStateException("no way to " + to);
    }
}
