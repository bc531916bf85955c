// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.Optional;
import org.trialcourier.app.App;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.trial.Trial;

/**
 * What is worked on.
 *
 * @param app the program on its data folder
 * @param trial the trial worked with
 * @param trials all real trials of this workstation, to change to
 * @param practice where this is practice mode
 */
record Workplace(App app, Trial trial, List<Trial> trials, Optional<PracticeMode> practice) {
    Workplace {
        trials = List.copyOf(trials);
    }
}
