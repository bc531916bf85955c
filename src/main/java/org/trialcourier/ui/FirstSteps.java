// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.trialcourier.app.Invitation;
import org.trialcourier.app.JoinSignIn;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.ui.welcome.Invited;
import org.trialcourier.ui.welcome.WelcomeViewModel;
import org.trialcourier.work.Progress;

/**
 * What the first page offers, done: each way leads to a desk.
 *
 * @param practised is given the place to practise
 * @param joined is given the trial that was joined, or was joined before
 */
record FirstSteps(Worlds worlds, Consumer<Workplace> practised, Consumer<Trial> joined)
        implements WelcomeViewModel.Choices {
    @Override
    public Runnable practise() throws Exception {
        Workplace place = worlds.practise();
        return () -> practised.accept(place);
    }

    @Override
    public WelcomeViewModel.Offer read(Path trialFile) throws Exception {
        return new Read(worlds.real().joining().read(trialFile), joined);
    }

    @Override
    public WelcomeViewModel.Offer read(String address) throws Exception {
        return new Read(worlds.real().joining().read(TrialLink.of(address)), joined);
    }

    @Override
    public WelcomeViewModel.SignIn signIn(String address) throws Exception {
        JoinSignIn begun = worlds.real().joining().signIn(TrialLink.of(address));
        return new WelcomeViewModel.SignIn() {
            @Override
            public SignInCode code() {
                return new SignInCode(begun.code(), begun.address());
            }

            @Override
            public WelcomeViewModel.Offer read(Progress progress) throws Exception {
                return new Read(begun.read(progress), joined);
            }
        };
    }

    /** A trial that was read. */
    private record Read(Invitation invitation, Consumer<Trial> joined) implements WelcomeViewModel.Offer {
        @Override
        public Optional<Invited> asks() {
            return invitation.isJoined()
                    ? Optional.empty()
                    : Optional.of(new Invited(invitation.trial(), invitation.from(), invitation.known()));
        }

        @Override
        public Runnable join() throws Exception {
            Trial trial = invitation.join();
            return () -> joined.accept(trial);
        }

        @Override
        public void decline() throws Exception {
            invitation.decline();
        }
    }
}
