// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.ui.welcome.WelcomeViewModel;

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
        Workplace place = worlds.work(worlds.real().joining().add(trialFile));
        return () -> sit.accept(place);
    }

    @Override
    public Runnable join(String address) throws Exception {
        Workplace place = worlds.work(worlds.real().joining().add(TrialLink.of(address)));
        return () -> sit.accept(place);
    }
}
