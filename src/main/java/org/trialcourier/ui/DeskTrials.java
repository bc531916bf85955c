// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.settings.TrialsViewModel;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Tone;
import org.trialcourier.ui.shell.Notices.Notice;

/** The trials around a desk: which there are, and where to go when one of them is newer or was left. */
record DeskTrials(Workplace place, Words words, Desk.Moves moves) implements TrialsViewModel.Moves {
    private static final StateLook KEY_TAKEN = new StateLook(Tone.GOOD, Feather.KEY, "key-card.taken");

    /** The trials of this workstation, the one on the screen first; practice stands alone. */
    List<Trial> trials() {
        Trial shown = place.trial();
        List<Trial> all = new ArrayList<>(List.of(shown));
        if (place.practice().isEmpty()) {
            place.trials().stream().filter(other -> !isSame(other, shown)).forEach(all::add);
        }
        return all;
    }

    @Override
    public void renewed(Trial newer) {
        again(newer, List.of());
    }

    @Override
    public void keyTaken(Trial of) {
        String text = words.say(KEY_TAKEN.key(), of.trial().name());
        again(of, List.of(new Notice(KEY_TAKEN, text)));
    }

    /** The desk is set out again, with the same trial on it, whichever of them changed. */
    private void again(Trial changed, List<Notice> news) {
        Trial shown = place.trial();
        moves.renew(isSame(changed, shown) ? changed : shown, news);
    }

    @Override
    public void join() {
        moves.join();
    }

    /** A trial was left: on to the next, or to the place where one is joined. */
    @Override
    public void left(Trial gone) {
        trials().stream().filter(other -> !isSame(other, gone)).findFirst().ifPresentOrElse(moves::change, moves::join);
    }

    private static boolean isSame(Trial a, Trial b) {
        return a.id().equals(b.id()) && a.site().id().equals(b.site().id());
    }
}
