// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.send.SendView;
import org.trialcourier.ui.send.SendViewModel;
import org.trialcourier.ui.send.SendWork;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

/** After a wrong PIN, and where it could not be sent, the keyboard stands in the field of the PIN. */
@ResourceLock(Stagehand.WINDOW)
class SignAgainTest {
    private final Trial trial = Samples.trial();

    @Test
    void afterAWrongPinTheKeyboardStandsInItsField() {
        assertThat(focusAfter(false)).isEqualTo("send-pin");
    }

    @Test
    void afterAProblemTheKeyboardStandsInTheFieldOfThePin() {
        assertThat(focusAfter(true)).isEqualTo("send-pin");
    }

    private String focusAfter(boolean right) {
        Stagehand.startToolkit();
        return Stagehand.fx(() -> {
            List<Submission> heard = new ArrayList<>();
            SendViewModel model =
                    new SendViewModel(trial, new Refusing(right), new DirectRunner(), Words.english(), heard::add);
            model.prepare(Draft.of(
                    trial, trial.subject("014-0001"), trial.visit("W08"), Samples.catalog("20261120", "Specimen")));
            Scene scene = new Scene(new SendView(model, Words.english()));
            model.name().set("Robin Fictional");
            model.role().set("Study coordinator");
            model.confirmed().set(true);
            model.pin().typed().set("2468");
            model.answers().getFirst().value().set("no");
            scene.getRoot().applyCss();
            model.send();
            return scene.getFocusOwner() == null
                    ? "nothing"
                    : scene.getFocusOwner().getId();
        });
    }

    /** Knows a PIN, and cannot send. */
    private record Refusing(boolean right) implements SendWork {
        @Override
        public boolean pinIsChosen() {
            return true;
        }

        @Override
        public void choosePin(String pin) {
            throw new IllegalStateException("there is one");
        }

        @Override
        public boolean pinMatches(String pin) {
            return right;
        }

        @Override
        public Submission send(Draft draft) throws ProblemException {
            throw new ProblemException(new Problem.DiskFull(1000, 10));
        }
    }
}
