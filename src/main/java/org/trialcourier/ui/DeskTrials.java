// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.settings.TrialsViewModel;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Tone;
import org.trialcourier.ui.shell.Notices.Notice;

/**
 * The trials around a desk: which there are, and where to go when one of them is newer or was left.
 *
 * @param all the real trials of this workstation; grows where one is joined and the desk stays
 */
record DeskTrials(Workplace place, ObservableList<Trial> all, Words words, Desk.Moves moves)
        implements TrialsViewModel.Moves {
    private static final StateLook KEY_TAKEN = new StateLook(Tone.GOOD, Feather.KEY, "key-card.taken");

    DeskTrials(Workplace place, Words words, Desk.Moves moves) {
        this(place, FXCollections.observableArrayList(place.trials()), words, moves);
    }

    /** The trials of this workstation, the one on the screen first; practice stands alone. */
    List<Trial> trials() {
        Trial shown = place.trial();
        List<Trial> trials = new ArrayList<>(List.of(shown));
        if (place.practice().isEmpty()) {
            all.stream().filter(other -> !isSame(other, shown)).forEach(trials::add);
        }
        return trials;
    }

    /** Takes in a trial that was joined, or a newer copy of one. */
    void has(Trial joined) {
        List<Trial> now = new ArrayList<>(all);
        now.removeIf(other -> isSame(other, joined));
        now.add(joined);
        now.sort(Comparator.comparing(Trial::id));
        all.setAll(now);
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
        moves.renew(place, isSame(changed, shown) ? changed : shown, news);
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
