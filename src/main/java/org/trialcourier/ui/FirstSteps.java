// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.trialcourier.app.JoinSignIn;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.ui.welcome.WelcomeViewModel;
import org.trialcourier.work.Progress;

/** What the first page offers, done: each way leads to a desk. */
final class FirstSteps implements WelcomeViewModel.Choices {
    private final Worlds worlds;
    private final Runnable practised;
    private final Consumer<Trial> joined;

    FirstSteps(Worlds worlds, Runnable practised, Consumer<Trial> joined) {
        this.worlds = worlds;
        this.practised = practised;
        this.joined = joined;
    }

    @Override
    public Runnable practise() throws Exception {
        worlds.practise();
        return practised;
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

    private Runnable in(Trial trial) {
        return () -> joined.accept(trial);
    }
}
