// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.trialcourier.app.JoinSignIn;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.ui.welcome.WelcomeViewModel;
import org.trialcourier.work.Progress;

/** What the first page offers, done: each way leads to a desk. */
final class FirstSteps implements WelcomeViewModel.Choices {
    private final Worlds worlds;
    private final Consumer<Workplace> sit;

    FirstSteps(Worlds worlds, Consumer<Workplace> sit) {
        this.worlds = worlds;
        this.sit = sit;
    }

    @Override
    public Runnable practise() throws Exception {
        Workplace place = worlds.practise();
        return () -> sit.accept(place);
    }

    @Override
    public Runnable join(Path trialFile) throws Exception {
        return in(worlds.real().joining().add(trialFile));
    }

    @Override
    public Runnable join(String address) throws Exception {
        return in(worlds.real().joining().add(TrialLink.of(address)));
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
            public Runnable join(Progress progress) throws Exception {
                return in(begun.join(progress));
            }
        };
    }

    private Runnable in(Trial trial) throws ProblemException {
        Workplace place = worlds.work(trial);
        return () -> sit.accept(place);
    }
}
