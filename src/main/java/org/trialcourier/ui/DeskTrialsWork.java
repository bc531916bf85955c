// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.List;
import org.trialcourier.app.App;
import org.trialcourier.app.Trials.Joined;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.ui.settings.TrialsWork;

/** The trials of the workstation; what is printed is in the language of the window. */
record DeskTrialsWork(App app, Words words) implements TrialsWork {
    @Override
    public List<Joined> joined() throws ProblemException {
        return app.joining().list();
    }

    @Override
    public TrialFetch.Result refresh(Trial trial) throws ProblemException, InterruptedException {
        return app.joining().refresh(trial);
    }

    @Override
    public Trial enrol(Trial trial, Path odm) throws ProblemException {
        return app.joining().enrol(trial, odm);
    }

    @Override
    public void printKey(Trial trial, Path pdf) throws ProblemException {
        app.keyCards().print(trial, pdf, words);
    }

    @Override
    public void takeKey(Trial trial, String typed) throws ProblemException {
        app.keyCards().take(trial, typed);
    }

    @Override
    public void leave(Trial trial) throws ProblemException {
        app.joining().remove(trial);
    }
}
