// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class SendViewModelTest {
    private final Trial trial = Samples.trial();
    private final List<Draft> sent = new ArrayList<>();
    private final List<Submission> heard = new ArrayList<>();
    private final Work work = new Work();
    private final SendViewModel model = new SendViewModel(trial, work, new DirectRunner(), Words.english(), heard::add);

    /** Keeps what is sent. */
    private final class Work implements SendWork {
        private String pin = "";
        private boolean diskIsFull;

        @Override
        public boolean pinIsChosen() {
            return !pin.isEmpty();
        }

        @Override
        public void choosePin(String chosen) {
            pin = chosen;
        }

        @Override
        public boolean pinMatches(String entered) {
            return pin.equals(entered);
        }

        @Override
        public Submission send(Draft draft) throws ProblemException {
            if (diskIsFull) {
                throw new ProblemException(new Problem.DiskFull(1000, 10));
            }
            sent.add(draft);
            return Samples.submission(draft.subject().id(), draft.visit().id(), State.QUEUED);
        }
    }

    @BeforeEach
    void fill() throws ProblemException {
        model.prepare(Draft.of(
                trial, trial.subject("014-0001"), trial.visit("W08"), Samples.catalog("20261120", "Specimen")));
        model.name().set("Robin Fictional");
        model.role().set("Study coordinator");
        model.confirmed().set(true);
        model.pin().typed().set("2468");
        model.pin().repeated().set("2468");
        answer("contrast", "no");
    }

    private void answer(String field, String value) {
        model.answers().stream()
                .filter(answer -> answer.field().id().equals(field))
                .forEach(answer -> answer.value().set(value));
    }

    @Test
    void whatIsCompleteCanBeSentAndIsSigned() {
        assertThat(model.ready().get()).isTrue();
        model.send();
        assertThat(heard).hasSize(1);
        assertThat(sent.getFirst().form()).containsOnly(Map.entry("contrast", "no"));
        assertThat(sent.getFirst().signature())
                .isNotNull()
                .extracting(s -> s.name())
                .isEqualTo("Robin Fictional");
        assertThat(work.pin).isEqualTo("2468");
    }

    @Test
    void nothingIsReadyWithoutNameRolePinOrStatement() {
        for (var field : List.of(
                model.name(), model.role(), model.pin().typed(), model.pin().repeated())) {
            String before = field.get();
            field.set(" ");
            assertThat(model.ready().get()).isFalse();
            field.set(before);
            assertThat(model.ready().get()).isTrue();
        }
        model.confirmed().set(false);
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void whatIsStillMissingIsSaid() {
        assertThat(model.missing().get()).isEmpty();
        model.confirmed().set(false);
        assertThat(model.missing().get()).isEqualTo("Still missing: the tick that you confirm it.");
        model.role().set("");
        model.pin().typed().set("12");
        answer("contrast", "");
        assertThat(model.missing().get())
                .startsWith("Still missing: “")
                .endsWith("”, Your role, the tick that you confirm it and the PIN (at least 4 characters).");
    }

    @Test
    void aQuestionThatHangsOnAnAnswerIsAskedOnlyThen() {
        FormAnswer amount = model.answers().get(1);
        assertThat(amount.asked().get()).isFalse();
        answer("contrast", "yes");
        assertThat(amount.asked().get()).isTrue();
        assertThat(model.ready().get()).isFalse();
        answer("amount", "80");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void aNumberOutsideItsLimitsIsNoAnswer() {
        answer("contrast", "yes");
        answer("amount", "2000");
        assertThat(model.ready().get()).isFalse();
        answer("amount", "eighty");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aWrongPinSendsNothingAndSaysSo() {
        work.pin = "1357";
        model.prepare(draft());
        model.confirmed().set(true);
        model.pin().typed().set("2468");
        assertThat(model.pin().fresh().get()).isFalse();
        model.send();
        assertThat(sent).isEmpty();
        assertThat(model.pin().mistake().get()).isNotBlank();
        assertThat(model.pin().typed().get()).isEmpty();
    }

    @Test
    void aFirstPinIsTypedTwiceAlike() {
        model.pin().repeated().set("2486");
        assertThat(model.ready().get()).isFalse();
        assertThat(model.missing().get()).isEqualTo("Still missing: the same PIN once more.");
        model.pin().repeated().set("2468");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void whatWasTypedStaysWhenTheKeyStoreAnswersLate() {
        HeldRunner late = new HeldRunner();
        SendViewModel slow = new SendViewModel(trial, work, late, Words.english(), heard::add);
        slow.prepare(draft());
        slow.pin().typed().set("2468");
        late.release();
        assertThat(slow.pin().fresh().get()).isTrue();
        assertThat(slow.pin().typed().get()).isEqualTo("2468");
    }

    @Test
    void aForgottenPinIsReplacedByANewOneTypedTwice() {
        work.pin = "1357";
        model.prepare(draft());
        model.confirmed().set(true);
        model.pin().typed().set("0000");
        model.pin().forgotten();
        assertThat(model.pin().typed().get()).isEmpty();
        assertThat(model.pin().fresh().get()).isTrue();
        model.pin().typed().set("9753");
        assertThat(model.ready().get()).isFalse();
        model.pin().repeated().set("9753");
        model.send();
        assertThat(sent).hasSize(1);
        assertThat(work.pin).isEqualTo("9753");
        model.prepare(draft());
        assertThat(model.pin().fresh().get()).isFalse();
    }

    private Draft draft() {
        try {
            return Draft.of(
                    trial, trial.subject("014-0001"), trial.visit("W08"), Samples.catalog("20261120", "Specimen"));
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatCannotBeQueuedStaysAndCanBeSentAgain() {
        work.diskIsFull = true;
        model.send();
        assertThat(model.problem().get()).isInstanceOf(Problem.DiskFull.class);
        assertThat(heard).isEmpty();
        work.diskIsFull = false;
        assertThat(model.ready().get()).isTrue();
        model.send();
        assertThat(heard).hasSize(1);
    }
}
