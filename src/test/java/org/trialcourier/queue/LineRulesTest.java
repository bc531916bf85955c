// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.run.LineRules;
import org.trialcourier.queue.run.QuietHours;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.work.Progress;

/** What a person allows, and several runners side by side. */
class LineRulesTest extends RunnerBench {
    @Test
    void nothingIsSentInTheQuietHoursAndItGoesOnAfterThem() throws Exception {
        UUID id = bench.add("014-0007").id();
        bench.rules = new LineRules(quiet("12:00-14:00"), 0);
        assertThat(run().waiting()).isEqualTo(1);
        assertThat(receiver.calls).doesNotContain("announce");
        Submission waiting = bench.queue.get(id);
        assertThat(waiting.problem()).contains(new Problem.QuietHours("2026-11-22T14:00"));
        assertThat(waiting.retryAt()).isEqualTo(Instant.parse("2026-11-22T14:00:00Z"));
        assertThat(waiting.parts()).as("prepared meanwhile").isPositive();
        bench.clock.advance(Duration.ofMinutes(119));
        assertThat(run().received()).isZero();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void quietHoursThatBeginStopWhatIsBeingSentAndEndWhenTheyAreTakenBack() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.millisPerChunk = 50;
        Future<RunSummary> running = bench.workers.submit(this::run);
        await().until(() -> !receiver.parts.isEmpty());
        bench.rules = new LineRules(quiet("12:00-14:00"), 0);
        assertThat(running.get().waiting()).isEqualTo(1);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.WAITING);
        bench.rules = LineRules.NONE;
        receiver.millisPerChunk = 0;
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void aSpoolThatMayNotHoldMoreLetsTheNextOneWaitForRoom() throws Exception {
        bench.rules = new LineRules(QuietHours.none(ZoneOffset.UTC), 40_000);
        UUID first = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        run();
        UUID second = bench.add("014-0009").id();
        assertThat(run().held()).isEqualTo(1);
        assertThat(bench.queue.get(second).problem().orElseThrow()).isInstanceOf(Problem.DiskFull.class);
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(run().received()).isEqualTo(2);
        assertThat(bench.queue.get(first).state()).isEqualTo(State.RECEIVED);
    }

    private static QuietHours quiet(String hours) {
        return QuietHours.parse(hours, ZoneOffset.UTC).orElseThrow();
    }

    @Test
    void staysWithOneSubmissionThroughItsWaits() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.troubles.add(new Problem.Offline("receiver.example", "refused"));
        Future<Submission> running = bench.workers.submit(
                () -> bench.runner(receiver.transports()).runUntilSettled(id, new Progress(), waiting -> {}));
        await().until(() -> bench.queue.get(id).state() == State.WAITING);
        bench.clock.advance(Duration.ofSeconds(6));
        assertThat(running.get().state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void twoRunnersDoNotWorkOnOneSubmissionAtOnce() throws Exception {
        bench.add("014-0007");
        bench.add("014-0009");
        receiver.millisPerChunk = 5;
        Future<RunSummary> one = bench.workers.submit(this::run);
        Future<RunSummary> two = bench.workers.submit(this::run);
        assertThat(one.get().received() + two.get().received()).isEqualTo(2);
        assertThat(bench.prepared).hasValue(2);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(2);
    }
}
