// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.Optional;
import org.trialcourier.app.App;
import org.trialcourier.app.Boards;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.problem.Problem;
import org.trialcourier.trial.Trial;

/**
 * What is worked on.
 *
 * @param app the program on its data folder
 * @param trial the trial worked with
 * @param trials all real trials of this workstation, to change to
 * @param practice where this is practice mode
 * @param behind in practice mode the real data folder, whose queue goes on, where it is open
 * @param damage what was damaged and set aside, and may have held what is not known any more
 */
record Workplace(
        App app,
        Trial trial,
        List<Trial> trials,
        Optional<PracticeMode> practice,
        Optional<App> behind,
        List<Problem> damage) {
    Workplace {
        damage = List.copyOf(damage);
        trials = List.copyOf(trials);
    }

    /** Whether submissions may be unknown because of the damage. */
    boolean hasLost() {
        return Boards.isBlind(damage);
    }
}
