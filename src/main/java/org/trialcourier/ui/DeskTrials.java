// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.ArrayList;
import java.util.List;
import org.trialcourier.trial.Trial;

/** The trials around a desk: which there are, and where to go when one of them is newer or was left. */
record DeskTrials(Workplace place, Desk.Moves moves) {
    /** The trials of this workstation, the one on the screen first; practice stands alone. */
    List<Trial> trials() {
        Trial shown = place.trial();
        List<Trial> all = new ArrayList<>(List.of(shown));
        if (place.practice().isEmpty()) {
            place.trials().stream().filter(other -> !isSame(other, shown)).forEach(all::add);
        }
        return all;
    }

    /** A trial is newer now: the desk is set out again. */
    void renewed(Trial newer) {
        if (place.practice().isPresent()) {
            moves.practise();
        } else {
            moves.change(newer);
        }
    }

    /** A trial was left: on to the next, or to the place where one is joined. */
    void left(Trial gone) {
        trials().stream().filter(other -> !isSame(other, gone)).findFirst().ifPresentOrElse(moves::change, moves::join);
    }

    private static boolean isSame(Trial a, Trial b) {
        return a.id().equals(b.id()) && a.site().id().equals(b.site().id());
    }
}
