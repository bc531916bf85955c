// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.work.Progress;

/** How often receivers are asked whether they have questions: often about what is new, cheaply about what is old, never not. */
class InquiryTest extends RunnerBench {
    @Test
    void whatWasJustReceivedIsAskedAboutEachTime() throws Exception {
        received();
        assertThat(questionsOf(3, Duration.ofMinutes(1))).isEqualTo(3);
    }

    @Test
    void whatIsOldIsAskedAboutTwiceADay() throws Exception {
        received();
        bench.clock.advance(Duration.ofDays(100));
        assertThat(questionsOf(48, Duration.ofHours(1))).isEqualTo(4);
    }

    @Test
    void aLateQuestionIsFoundAndItsEndIsLookedForEachTime() throws Exception {
        UUID id = received();
        bench.clock.advance(Duration.ofDays(200));
        questionsOf(1, Duration.ofHours(1));
        receiver.verdicts.add(new Verdict.Query(List.of("Which arm?")));
        questionsOf(12, Duration.ofHours(1));
        assertThat(bench.queue.get(id).state()).isEqualTo(State.QUERY);
        receiver.verdicts.add(new Verdict.Query(List.of("Which arm?")));
        assertThat(questionsOf(2, Duration.ofMinutes(1))).isEqualTo(2);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void aReceiverThatDidNotAnswerIsAskedAgainAtOnce() throws Exception {
        received();
        bench.clock.advance(Duration.ofDays(100));
        receiver.troubles.add(new Problem.Offline("memory", "cut"));
        assertThat(questionsOf(3, Duration.ofMinutes(1))).isEqualTo(2);
    }

    @Test
    void aClockPutBackDoesNotSilenceIt() throws Exception {
        received();
        bench.clock.advance(Duration.ofDays(100));
        questionsOf(1, Duration.ZERO);
        bench.clock.advance(Duration.ofDays(-1));
        assertThat(questionsOf(1, Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void afterMoreThanAYearNobodyIsAsked() throws Exception {
        received();
        bench.clock.advance(Duration.ofDays(401));
        assertThat(questionsOf(2, Duration.ofDays(1))).isZero();
    }

    @Test
    void aForgedEndOfAQuestionEndsNothingAndTheAnswerIsInTheTrail() throws Exception {
        UUID id = received();
        receiver.verdicts.add(new Verdict.Query(List.of("Which arm?")));
        questionsOf(1, Duration.ofMinutes(1));
        receiver.troubles.add(new Problem.ReceiptInvalid("why.bad-signature"));
        questionsOf(1, Duration.ofMinutes(1));
        assertThat(bench.queue.get(id).state()).isEqualTo(State.QUERY);

        receiver.troubles.add(new Problem.ReceiptInvalid("why.no-receipt"));
        QueryAnswer answer = new QueryAnswer("Arm B", "Specimen Coordinator", "2026-11-22T12:00:00Z", null);
        assertThatThrownBy(() -> bench.runner(receiver.transports()).answer(id, answer))
                .isInstanceOf(ProblemException.class);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.QUERY);
        assertThat(bench.queue.audit().entries("query.answered"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("answer", "Arm B"));

        receiver.troubles.add(new Problem.Offline("memory", "cut"));
        assertThatThrownBy(() -> bench.runner(receiver.transports()).answer(id, answer))
                .isInstanceOf(ProblemException.class);
        assertThat(bench.queue.audit().entries("query.answered"))
                .as("what did not leave was not answered")
                .hasSize(1);
    }

    private UUID received() throws Exception {
        UUID id = bench.add("014-0007").id();
        assertThat(run().received()).isEqualTo(1);
        return id;
    }

    /** Looks so many times, with a pause before each; how many questions reached the receiver. */
    private long questionsOf(int looks, Duration pause) throws Exception {
        receiver.calls.clear();
        for (int i = 0; i < looks; i++) {
            bench.clock.advance(pause);
            bench.runner(receiver.transports()).inquire(new Progress());
        }
        return receiver.calls.stream().filter("finish"::equals).count();
    }
}
