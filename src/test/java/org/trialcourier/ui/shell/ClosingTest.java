// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Question;

class ClosingTest {
    private final List<String> done = new ArrayList<>();
    private final Closing closing =
            new Closing(Words.of(Locale.ENGLISH), () -> done.add("background"), () -> done.add("quit"));

    private List<String> choices(Safety safety) {
        return closing.question(safety, false).map(Question::choices).orElse(List.of()).stream()
                .map(Question.Choice::key)
                .toList();
    }

    @Test
    void whereNothingIsLostNothingIsAsked() {
        assertThat(choices(Safety.SAFE)).isEmpty();
        assertThat(choices(Safety.NEEDS_YOU)).isEmpty();
    }

    @Test
    void whatIsOnItsWayMayGoOnWithoutTheWindow() {
        for (Safety works : List.of(Safety.SEALED, Safety.KEEP_DISC)) {
            assertThat(choices(works)).containsExactly("close.stay", "close.stop", "close.background");
        }
        closing.question(Safety.SEALED, true).orElseThrow().choices().forEach(choice -> choice.action()
                .run());
        assertThat(done).containsExactly("quit", "background");
    }

    @ParameterizedTest
    @EnumSource(
            value = Safety.class,
            names = {"SAFE", "NEEDS_YOU", "DAMAGED"})
    void whatGoesOnBesideWhatNeedsAPersonIsAskedAbout(Safety safety) {
        assertThat(closing.question(safety, true).orElseThrow().choices())
                .extracting(Question.Choice::key)
                .containsExactly("close.stay", "close.stop", "close.background");
        assertThat(closing.question(safety, false)).isEmpty();
    }

    @Test
    void aDraftIsForgottenOnlyOnPurpose() {
        assertThat(choices(Safety.DRAFT)).containsExactly("close.stay", "close.anyway");
    }

    @ParameterizedTest
    @EnumSource(Safety.class)
    void theCarefulAnswerComesFirstAndEveryQuestionHasItsWords(Safety safety) {
        closing.question(safety, true).ifPresent(question -> {
            assertThat(question.choices().getFirst().key()).isEqualTo("close.stay");
            assertThat(question.text()).doesNotContain("close.");
        });
    }
}
