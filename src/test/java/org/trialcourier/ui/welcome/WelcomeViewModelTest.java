// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.HeldRunner;

class WelcomeViewModelTest {
    private final List<String> moves = new ArrayList<>();
    private final HeldRunner runner = new HeldRunner();
    private final WelcomeViewModel model = new WelcomeViewModel(runner, new WelcomeViewModel.Choices() {
        @Override
        public Runnable practise() {
            return () -> moves.add("practice");
        }

        @Override
        public Runnable join(Path trialFile) throws ProblemException {
            throw new ProblemException(new Problem.BadFile(trialFile.toString(), List.of()));
        }

        @Override
        public Runnable join(String address) {
            return () -> moves.add("joined " + address);
        }
    });

    @Test
    void practiceIsPreparedOnceAndThenEntered() {
        model.practise();
        model.practise();
        assertThat(model.busy().get()).isTrue();
        runner.release();
        assertThat(moves).containsExactly("practice");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void anAddressIsJoinedWithoutTheBlanksAroundIt() {
        model.join("  https://receiver.example/api/v1/trials/FICTION-1 ");
        runner.release();
        assertThat(moves).containsExactly("joined https://receiver.example/api/v1/trials/FICTION-1");
    }

    @Test
    void aBadTrialFileIsShownAndAnotherCanBeTried() {
        model.join(Path.of("trial.json"));
        runner.release();
        assertThat(model.problem().get()).isInstanceOf(Problem.BadFile.class);
        assertThat(model.busy().get()).isFalse();
    }
}
