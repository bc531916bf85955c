// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trialcourier.pixel.Picture;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.HeldRunner;

class QueryViewModelTest {
    private static final UUID SENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID FIX = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Query ARM = new Query(SENT, "014-0007", "W08", "014-0007, Week 8", "Which arm?");
    private static final Query OTHER = new Query(FIX, "014-0009", "BL", "014-0009, Baseline", "Contrast?");

    private final List<String> done = new ArrayList<>();
    private final HeldRunner runner = new HeldRunner();
    private boolean offline;
    private final QueryViewModel model = new QueryViewModel(
            new QueryWork() {
                @Override
                public boolean answer(UUID submission, String text, @Nullable UUID correction) throws ProblemException {
                    if (offline) {
                        throw new ProblemException(new Problem.Offline("lab.test", "cut"));
                    }
                    done.add(submission + " " + text + " " + correction);
                    return true;
                }

                @Override
                public Callable<Optional<Picture>> picture(Query query) {
                    return () -> {
                        done.add("drawn " + query.subject());
                        return Optional.empty();
                    };
                }

                @Override
                public void fix(Query query) {
                    done.add("fix " + query.subject() + query.visit());
                }

                @Override
                public boolean isPractice() {
                    return false;
                }
            },
            runner);

    @Test
    void anAnswerNeedsWordsAndClosesTheQuery() {
        show(ARM);
        assertThat(model.ready().get()).isFalse();
        model.answer();
        model.text().set("   ");
        assertThat(model.ready().get()).isFalse();
        model.text().set("Arm B");
        assertThat(model.ready().get()).isTrue();
        model.answer();
        assertThat(model.sending().get()).isTrue();
        assertThat(model.ready().get()).as("not twice").isFalse();
        runner.release();
        assertThat(done).containsExactly("drawn 014-0007", SENT + " Arm B null");
        assertThat(model.query().get()).isNull();
        assertThat(model.text().get()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotGoStaysAsTypedAndSaysWhy() {
        offline = true;
        show(ARM);
        model.text().set("Arm B");
        model.answer();
        runner.release();
        assertThat(model.problem().get()).isInstanceOf(Problem.Offline.class);
        assertThat(model.query().get()).isEqualTo(ARM);
        assertThat(model.text().get()).isEqualTo("Arm B");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void whatAnotherComputerSentCannotBeAnsweredHereButCorrected() {
        show(new Query(null, "014-0007", "W08", "014-0007, Week 8", "Which arm?"));
        model.text().set("Arm B");
        assertThat(model.ready().get()).isFalse();
        model.answer();
        model.fix();
        assertThat(done).containsExactly("drawn 014-0007", "fix 014-0007W08");
    }

    @Test
    void theAnswerNamesWhatCorrectsIt() {
        show(ARM);
        model.fix();
        model.corrected(FIX);
        model.text().set("Sent now");
        show(ARM);
        assertThat(model.text().get()).as("the board looked again").isEqualTo("Sent now");
        model.answer();
        runner.release();
        assertThat(done).last().isEqualTo(SENT + " Sent now " + FIX);
    }

    @Test
    void anotherQueryTakesNothingOverFromTheLast() {
        show(ARM);
        model.text().set("Arm B");
        model.corrected(FIX);
        model.answer();
        model.show(OTHER);
        assertThat(model.text().get()).isEmpty();
        assertThat(model.correction().get()).isNull();
        runner.release();
        assertThat(model.query().get())
                .as("the answer to the first closes the first only")
                .isEqualTo(OTHER);
        offline = true;
        model.text().set("yes");
        model.answer();
        model.show(ARM);
        runner.release();
        assertThat(model.problem().get()).isNull();
    }

    private void show(Query query) {
        model.show(query);
        runner.release();
    }
}
