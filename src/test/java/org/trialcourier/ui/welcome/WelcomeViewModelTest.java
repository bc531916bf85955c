// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.work.Progress;

class WelcomeViewModelTest {
    private final List<String> moves = new ArrayList<>();
    private final HeldRunner runner = new HeldRunner();
    private final WelcomeViewModel model = new WelcomeViewModel(runner, new WelcomeViewModel.Choices() {
        @Override
        public Runnable practise() {
            return () -> moves.add("practice");
        }

        @Override
        public WelcomeViewModel.Offer read(Path trialFile) throws ProblemException {
            throw new ProblemException(new Problem.BadFile(trialFile.toString(), List.of()));
        }

        @Override
        public WelcomeViewModel.Offer read(String address) throws ProblemException {
            if (address.contains("guarded")) {
                throw new ProblemException(new Problem.SignInNeeded("receiver.example"));
            }
            return new Read(address);
        }

        @Override
        public WelcomeViewModel.SignIn signIn(String address) throws ProblemException {
            if (noWay) {
                throw new ProblemException(new Problem.NoWayToSignIn("receiver.example"));
            }
            return new Typed(address);
        }
    });

    private boolean noWay;
    private boolean known;

    /** A trial that was read from an address. */
    private final class Read implements WelcomeViewModel.Offer {
        private final String address;

        Read(String address) {
            this.address = address;
        }

        @Override
        public Optional<Invited> asks() {
            return known
                    ? Optional.empty()
                    : Optional.of(new Invited(Samples.trial(), Optional.empty(), Optional.empty()));
        }

        @Override
        public Runnable join() {
            moves.add("kept");
            return () -> moves.add("joined " + address);
        }

        @Override
        public void decline() {
            moves.add("forgotten");
        }
    }

    /** A sign-in whose code is typed as soon as somebody waits for it. */
    private final class Typed implements WelcomeViewModel.SignIn {
        private final String address;

        Typed(String address) {
            this.address = address;
        }

        @Override
        public SignInCode code() {
            return new SignInCode("WDJB-MJHT", URI.create("https://issuer.test/device"));
        }

        @Override
        public WelcomeViewModel.Offer read(Progress progress) {
            moves.add("signed in");
            return new Read(address);
        }
    }

    private void accept() {
        assertThat(model.invitation().get()).isNotNull();
        model.accept();
        runner.release();
        assertThat(model.invitation().get()).isNull();
    }

    @Test
    void whatIsDeclinedOrFollowedByAnotherTrialIsForgottenAndNeverJoined() {
        model.join("https://receiver.example/api/v1/trials/FICTION-1");
        runner.release();
        model.decline();
        model.accept();
        runner.release();
        assertThat(moves).containsExactly("forgotten");
        model.join("https://receiver.example/api/v1/trials/FICTION-1");
        runner.release();
        model.join("https://receiver.example/api/v1/trials/FICTION-2");
        runner.release();
        accept();
        assertThat(moves)
                .containsExactly(
                        "forgotten", "forgotten", "kept", "joined https://receiver.example/api/v1/trials/FICTION-2");
    }

    @Test
    void aTrialThatIsJoinedInJustThisFormIsGoneToUnasked() {
        known = true;
        model.join("https://receiver.example/api/v1/trials/FICTION-1");
        runner.release();
        assertThat(moves).containsExactly("kept", "joined https://receiver.example/api/v1/trials/FICTION-1");
    }

    @Test
    void whatWasOpenedIsALinkOrTheFileOfATrial() {
        model.joinBy("trialcourier://receiver.example/api/trials/TC-1");
        runner.release();
        assertThat(moves).as("it is read and shown").isEmpty();
        accept();
        assertThat(moves).containsExactly("kept", "joined trialcourier://receiver.example/api/trials/TC-1");
        model.joinBy("/media/stick/trial.json");
        runner.release();
        assertThat(model.problem().get()).isEqualTo(new Problem.BadFile("/media/stick/trial.json", List.of()));
    }

    @Test
    void aServerThatAsksWhoJoinsLeadsThroughASignInAndOn() {
        List<String> codes = new ArrayList<>();
        model.code().subscribe(code -> codes.add(code == null ? "-" : code.text()));
        model.join("https://guarded/api/v1/trials/FICTION-1");
        model.join("another one meanwhile");
        runner.release();
        assertThat(moves).containsExactly("signed in");
        accept();
        assertThat(moves).containsExactly("signed in", "kept", "joined https://guarded/api/v1/trials/FICTION-1");
        assertThat(codes).containsExactly("-", "WDJB-MJHT", "-");
        assertThat(model.busy().get()).isFalse();
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void waitingForTheCodeCanBeStoppedAndNothingIsJoined() {
        model.code().subscribe(code -> {
            if (code != null) {
                model.cancel();
            }
        });
        model.join("https://guarded/api/v1/trials/FICTION-1");
        runner.release();
        assertThat(model.code().get()).isNull();
        assertThat(model.busy().get()).isFalse();
        assertThat(moves).isEmpty();
    }

    @Test
    void aServerWithoutAWayToSignInIsSaid() {
        noWay = true;
        model.join("https://guarded/api/v1/trials/FICTION-1");
        runner.release();
        assertThat(model.problem().get()).isInstanceOf(Problem.NoWayToSignIn.class);
        assertThat(model.busy().get()).isFalse();
        assertThat(moves).isEmpty();
    }

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
        accept();
        assertThat(moves).containsExactly("kept", "joined https://receiver.example/api/v1/trials/FICTION-1");
    }

    @Test
    void aBadTrialFileIsShownAndAnotherCanBeTried() {
        model.join(Path.of("trial.json"));
        runner.release();
        assertThat(model.problem().get()).isInstanceOf(Problem.BadFile.class);
        assertThat(model.busy().get()).isFalse();
    }
}
