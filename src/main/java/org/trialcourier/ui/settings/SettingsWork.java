// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.nio.file.Path;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.trial.Trial;

/** What the settings screen needs of the program. All of it may block. */
public interface SettingsWork {
    /** What is chosen now. */
    Settings settings();

    /** Keeps what was chosen. */
    void keep(Settings settings) throws ProblemException;

    /** Reads a trial file and keeps a copy. */
    Trial join(Path trialFile) throws ProblemException;
}
