// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.upload.Verdict;

/** What follows from the words of the receiver. */
class VerdictsTest extends RunnerBench {
    @Test
    void partsThatTheReceiverLacksAreSentAgain() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.Missing(List.of(2)));
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.RECEIVED);
        assertThat(receiver.calls).filteredOn("send 2"::equals).hasSize(2);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(1);
    }

    @Test
    void aReceiverThatLacksPartsAgainAndAgainHoldsIt() throws Exception {
        UUID id = bench.add("014-0007").id();
        for (int i = 0; i < 3; i++) {
            receiver.verdicts.add(new Verdict.Missing(List.of(1)));
        }
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.ReceiptInvalid.class);
    }

    @Test
    void aReceiptForSomethingElseIsNotBelieved() throws Exception {
        UUID other = bench.add("014-0009").id();
        run();
        UUID id = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.Received(bench.queue.get(other).receipt()));
        run();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).receipt()).isNull();
    }

    @Test
    void theReceiversWordsAreKeptForAQueryAndARejection() throws Exception {
        UUID asked = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.Query(List.of("Which arm?", "Contrast?")));
        assertThat(run().asked()).isEqualTo(1);
        assertThat(bench.queue.get(asked).state()).isEqualTo(State.QUERY);
        assertThat(bench.queue.get(asked).note()).contains("Which arm?\nContrast?");
        UUID rejected = bench.add("014-0009").id();
        receiver.verdicts.add(new Verdict.Rejected(List.of("Trial closed")));
        assertThat(run().rejected()).isEqualTo(1);
        assertThat(bench.queue.get(rejected).note()).contains("Trial closed");
        bench.queue.retry(asked, "Specimen Coordinator");
        assertThat(run().received()).isEqualTo(1);
    }

    @Test
    void aReceiverThatVerifiesNothingLeavesNoReceiptButANote() throws Exception {
        UUID id = bench.add("014-0007").id();
        receiver.verdicts.add(new Verdict.StoredUnverified("why.stored-unverified"));
        assertThat(run().received()).isEqualTo(1);
        assertThat(bench.queue.get(id).receipt()).isNull();
        assertThat(bench.queue.get(id).note()).contains("why.stored-unverified");
    }

    @Test
    void aReceiverThatVerifiesForLongIsAskedAgainLater() throws Exception {
        UUID id = bench.add("014-0007").id();
        for (int i = 0; i < bench.options().verdictQuestions(); i++) {
            receiver.verdicts.add(new Verdict.Verifying());
        }
        assertThat(run().waiting()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem()).isEmpty();
        bench.clock.advance(Duration.ofMinutes(10));
        assertThat(run().received()).isEqualTo(1);
        assertThat(receiver.calls).filteredOn("send 1"::equals).hasSize(1);
    }
}
