// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reading a roster of 5,000 subjects with 40 visits each costs, and the board where something is known of all. */
@Tag("bench")
class LargeRosterTest {
    private static final int SUBJECTS = 5000;
    private static final int VISITS = 40;

    @Test
    void isReadAndLaidOutWithoutKeepingAnybodyWaiting() throws Exception {
        byte[] file = file().getBytes(StandardCharsets.UTF_8);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        List<Long> reading = new ArrayList<>();
        List<Long> board = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            long start = thread.getCurrentThreadCpuTime();
            Trial trial = TrialFile.read("large", file);
            long read = thread.getCurrentThreadCpuTime();
            VisitBoard laid = VisitBoard.of(trial, Instant.parse("2026-10-30T12:00:00Z"), List.of());
            long done = thread.getCurrentThreadCpuTime();
            reading.add(Duration.ofNanos(read - start).toMillis());
            board.add(Duration.ofNanos(done - read).toMillis());
            assertThat(laid.cells()).hasSize(SUBJECTS * VISITS);
        }
        System.err.printf(
                "5,000 subjects x 40 visits, each with a status, %d MiB: reading %s, board (budget 200 ms) %s ms%n",
                file.length >> 20, reading, board);
        assertThat(board.stream().sorted().toList().get(3)).isLessThan(200);
    }

    private static String file() {
        Random random = new Random(20261127);
        StringBuilder json = new StringBuilder(TrialFileTest.GOOD);
        json.setLength(json.indexOf("\"visits\": ["));
        json.append("\"visits\": [");
        for (int visit = 0; visit < VISITS; visit++) {
            json.append(visit == 0 ? "" : ",")
                    .append("{\"id\": \"V%d\", \"day\": %d, \"before\": 3, \"after\": 3}".formatted(visit, visit * 14));
        }
        json.append("], \"subjects\": [");
        for (int subject = 0; subject < SUBJECTS; subject++) {
            json.append(subject == 0 ? "" : ",")
                    .append("{\"id\": \"S%d\", \"sex\": \"F\", \"day0\": \"%s\", \"visits\": {"
                            .formatted(subject, LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700))));
            for (int visit = 0; visit < VISITS; visit++) {
                json.append(visit == 0 ? "" : ",")
                        .append("\"V%d\": {\"status\": \"%s\"}"
                                .formatted(visit, random.nextBoolean() ? "received" : "expected"));
            }
            json.append("}}");
        }
        return json.append("]}").toString();
    }
}
