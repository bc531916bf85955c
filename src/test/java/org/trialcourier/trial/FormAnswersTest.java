// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.trial.FormField.Condition;
import org.trialcourier.trial.FormField.Type;

class FormAnswersTest {
    private static final List<FormField> FORM = List.of(
            new FormField(
                    "contrast",
                    "Contrast?",
                    Type.YES_NO,
                    List.of(),
                    true,
                    "",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    null),
            new FormField(
                    "volume",
                    "How much?",
                    Type.NUMBER,
                    List.of(),
                    true,
                    "ml",
                    OptionalDouble.of(1),
                    OptionalDouble.of(300),
                    new Condition("contrast", "yes")),
            new FormField(
                    "why",
                    "Why so much?",
                    Type.TEXT,
                    List.of(),
                    true,
                    "",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    new Condition("volume", "300")),
            new FormField(
                    "day",
                    "When?",
                    Type.DATE,
                    List.of(),
                    false,
                    "",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    null),
            new FormField(
                    "arm",
                    "Which arm?",
                    Type.CHOICE,
                    List.of("left", "right"),
                    false,
                    "",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    null));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "volume, 1, -",
                "volume, 300, -",
                "volume, 1.5e2, -",
                "volume, 0.5, 'must be from 1 to 300 ml, but is 0.5'",
                "volume, 301, 'must be from 1 to 300 ml, but is 301'",
                "volume, many, 'must be a number, but is \"many\"'",
                "volume, NaN, 'must be a number, but is \"NaN\"'",
                "volume, 0x10, 'must be a number, but is \"0x10\"'",
                "volume, '', 'needs an answer'",
                "day, 2026-02-28, -",
                "day, 2026-02-30, 'must be a date such as 2026-09-01, but is \"2026-02-30\"'",
                "day, '', -",
                "arm, left, -",
                "arm, Left, 'must be one of left, right, but is \"Left\"'",
                "contrast, no, -",
                "contrast, maybe, 'must be one of yes, no, but is \"maybe\"'",
            })
    void eachAnswerIsChecked(String field, String answer, String mistake) {
        FormField asked = FORM.stream()
                .filter(each -> each.id().equals(field))
                .findFirst()
                .orElseThrow();
        assertThat(FormAnswers.mistake(asked, answer).orElse(null)).isEqualTo(mistake);
    }

    @Test
    void onlyQuestionsThatAreAskedNeedAnswers() {
        assertThat(FormAnswers.mistakes(FORM, Map.of("contrast", "no"))).isEmpty();
        assertThat(FormAnswers.mistakes(FORM, Map.of("contrast", "yes")))
                .containsExactly(new Mistake("volume", "needs an answer"));
        assertThat(FormAnswers.mistakes(FORM, Map.of("contrast", "yes", "volume", "300")))
                .containsExactly(new Mistake("why", "needs an answer"));
    }

    @Test
    void whatIsNotAskedIsNotKept() {
        assertThat(FormAnswers.given(FORM, Map.of("contrast", " no ", "volume", "300", "why", "so", "day", "")))
                .containsExactly(Map.entry("contrast", "no"));
    }

    @Test
    void answersToNoQuestionAreNamed() {
        assertThat(FormAnswers.mistakes(FORM, Map.of("contrast", "no", "colour", "red")))
                .containsExactly(new Mistake("colour", "is no question of this trial"));
    }
}
