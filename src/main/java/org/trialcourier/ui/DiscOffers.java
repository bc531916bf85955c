// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.scan.DiscGlance;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Tone;
import org.trialcourier.ui.shell.ShellView;
import org.trialcourier.ui.source.DiscWatch;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** A disc just inserted offers itself where it may hold images, and is only told of where not. Its name may be a name. */
final class DiscOffers implements DiscWatch.Hearer {
    private static final StateLook INSERTED = new StateLook(Tone.ACTIVE, Feather.DISC, "disc.inserted");
    private static final StateLook WITHOUT_IMAGES = new StateLook(Tone.NEUTRAL, Feather.DISC, "disc.without-images");

    private final ShellView view;
    private final ObservableList<Path> discs;
    private final JobRunner runner;
    private final Consumer<Path> read;

    /**
     * Offers discs in a window.
     *
     * @param discs is kept as those that are in the drives
     * @param read reads a disc whose offer was taken
     */
    DiscOffers(ShellView view, ObservableList<Path> discs, JobRunner runner, Consumer<Path> read) {
        this.view = view;
        this.discs = discs;
        this.runner = runner;
        this.read = read;
    }

    @Override
    public void present(List<Path> now) {
        discs.setAll(now);
    }

    @Override
    public Runnable inserted(Path disc) {
        Runnable[] takeBack = {() -> {}};
        Progress look = runner.start(
                progress -> DiscGlance.mayHoldImages(disc, progress),
                may -> takeBack[0] = may ? offer(disc) : tell(),
                unknown -> takeBack[0] = offer(disc));
        return () -> {
            look.cancel();
            takeBack[0].run();
        };
    }

    private Runnable offer(Path disc) {
        return view.offer(INSERTED, "disc.read", () -> read.accept(disc));
    }

    private Runnable tell() {
        view.tell(WITHOUT_IMAGES);
        return () -> {};
    }
}
