// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.nio.file.Path;
import java.util.List;
import org.trialcourier.app.Trials.Joined;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;

/** What the card of the trials needs of the program. All of it blocks. */
public interface TrialsWork {
    /** All trials of this workstation, with the age of their copies. */
    List<Joined> joined() throws ProblemException;

    /** Asks the trial's server for its newest copy. */
    TrialFetch.Result refresh(Trial trial) throws ProblemException, InterruptedException;

    /** Brings in the subjects of an ODM export. */
    Trial enrol(Trial trial, Path odm) throws ProblemException;

    /** Leaves a trial. */
    void leave(Trial trial) throws ProblemException;

    /** Writes the trial's key as a page to print. */
    void printKey(Trial trial, Path pdf) throws ProblemException;

    /** Takes the trial's key from a typed card. */
    void takeKey(Trial trial, String typed) throws ProblemException;
}
