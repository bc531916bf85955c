// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;

/** What the settings screen needs of the program. All of it may block. */
public interface SettingsWork {
    /** What is chosen now. */
    Settings settings();

    /** Keeps what was chosen. */
    void keep(Settings settings) throws ProblemException;
}
