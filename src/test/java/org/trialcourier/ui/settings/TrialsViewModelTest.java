// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialcourier.app.Trials.Joined;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class TrialsViewModelTest {
    private final Joined joined = new Joined(Samples.trial(), Optional.empty());
    private final List<String> done = new ArrayList<>();
    private final TrialsViewModel model =
            new TrialsViewModel(new Work(), new DirectRunner(), new TrialsViewModel.Moves() {
                @Override
                public void renewed(Trial trial) {
                    done.add("renewed");
                }

                @Override
                public void keyTaken(Trial trial) {
                    done.add("key taken");
                }

                @Override
                public void left(Trial trial) {
                    done.add("left");
                }

                @Override
                public void join() {
                    done.add("join");
                }
            });

    private final class Work implements TrialsWork {
        @Override
        public List<Joined> joined() {
            return List.of(joined);
        }

        @Override
        public TrialFetch.Result refresh(Trial trial) {
            return new TrialFetch.Result.Unchanged();
        }

        @Override
        public Trial enrol(Trial trial, Path odm) {
            return trial;
        }

        @Override
        public void printKey(Trial trial, Path pdf) {
            done.add("printed");
        }

        @Override
        public void takeKey(Trial trial, String typed) throws ProblemException {
            if (!typed.equals("right")) {
                throw new ProblemException(new Problem.NoKeyCard(trial.id(), "014"));
            }
            done.add("taken");
        }

        @Override
        public void leave(Trial trial) {}
    }

    @Test
    void aPrintedCardSaysWhereItIsUntilSomethingElseIsDone() {
        model.printKey(joined, Path.of("folder/card.pdf"));
        assertThat(model.page().get()).isEqualTo("card.pdf");
        assertThat(done).containsExactly("printed");
        model.refresh(joined);
        assertThat(model.page().get()).isEmpty();
    }

    @Test
    void aMistypedCardStaysToBeMendedAndARightOneIsTaken() {
        model.takeKey("right");
        assertThat(done).as("nobody began to type").isEmpty();
        model.typing().set(joined);
        model.takeKey("wrong");
        assertThat(model.problem().get()).isInstanceOf(Problem.NoKeyCard.class);
        assertThat(model.typing().get()).isEqualTo(joined);
        model.takeKey("right");
        assertThat(done).containsExactly("taken", "key taken");
        assertThat(model.typing().get()).isNull();
        assertThat(model.problem().get()).isNull();
    }
}
