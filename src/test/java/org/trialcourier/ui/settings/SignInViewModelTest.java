// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.trialcourier.app.SignIns.Standing;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

class SignInViewModelTest {
    private final Receiver receiver = new Receiver();

    @Test
    void theCodeIsShownUntilItWasTyped() {
        List<String> seen = new ArrayList<>();
        SignInViewModel model = new SignInViewModel(receiver, new DirectRunner());
        model.code().subscribe(code -> seen.add(code == null ? "-" : code.text()));
        assertThat(model.standing().get()).isEqualTo(Standing.NEEDED);
        model.signIn();
        assertThat(seen).containsExactly("-", "WDJB-MJHT", "-");
        assertThat(model.standing().get()).isEqualTo(Standing.SIGNED_IN);
        model.signOut();
        assertThat(model.standing().get()).isEqualTo(Standing.NEEDED);
    }

    @Test
    void aSignInThatNoLongerHoldsIsSeenWhenLookedAtAgain() {
        SignInViewModel model = new SignInViewModel(receiver, new DirectRunner());
        model.signIn();
        receiver.signedIn = false;
        assertThat(model.standing().get()).isEqualTo(Standing.SIGNED_IN);
        model.look();
        assertThat(model.standing().get()).isEqualTo(Standing.NEEDED);
    }

    @Test
    void aSecretThatIsNotTakenIsSaid() {
        SignInViewModel model = new SignInViewModel(receiver, new DirectRunner());
        model.keep("wrong");
        assertThat(model.problem().get()).isInstanceOf(Problem.SignInNeeded.class);
        model.keep("right");
        assertThat(model.problem().get()).isNull();
        assertThat(model.standing().get()).isEqualTo(Standing.SIGNED_IN);
    }

    @Test
    void waitingForTheCodeCanBeStopped() {
        Waiting runner = new Waiting();
        SignInViewModel model = new SignInViewModel(receiver, runner);
        model.signIn();
        assertThat(model.busy().get()).isTrue();
        model.cancel();
        assertThat(runner.last.isCancelled()).isTrue();
        assertThat(model.busy().get()).isFalse();
        assertThat(model.code().get()).isNull();
    }

    /** A receiver that takes one secret. */
    private static final class Receiver implements SignInWork {
        private boolean signedIn;

        @Override
        public Standing standing() {
            return signedIn ? Standing.SIGNED_IN : Standing.NEEDED;
        }

        @Override
        public boolean isByCode() {
            return true;
        }

        @Override
        public SignInCode begin() {
            return new SignInCode("WDJB-MJHT", URI.create("https://issuer.test/device"));
        }

        @Override
        public void finish(Progress progress) {
            signedIn = true;
        }

        @Override
        public void keep(String secret) throws ProblemException {
            if (!secret.equals("right")) {
                throw new ProblemException(new Problem.SignInNeeded("issuer.test"));
            }
            signedIn = true;
        }

        @Override
        public void signOut() {
            signedIn = false;
        }
    }

    /** Runs the first two jobs at once; the third never ends by itself. */
    private static final class Waiting implements JobRunner {
        private int jobs;
        private Progress last = new Progress();

        @Override
        public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
            if (++jobs < 3) {
                return new DirectRunner().start(job, done, failed);
            }
            last = new Progress();
            return last;
        }
    }
}
