// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.SignIns.Standing;
import org.trialcourier.connect.DeviceSignIn;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.DestinationSpec;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.settings.SignInWork;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.work.Progress;

/** Signing in at the receiver of one trial; each method blocks and is called away from the UI thread. */
final class DeskSignIn implements SignInWork {
    private final App app;
    private final Trial trial;
    private volatile @Nullable DeviceSignIn begun;

    DeskSignIn(App app, Trial trial) {
        this.app = app;
        this.trial = trial;
    }

    @Override
    public Standing standing() throws ProblemException {
        return app.signIns().standing(trial);
    }

    @Override
    public boolean isByCode() {
        return trial.destination().auth().kind() == DestinationSpec.Kind.DEVICE_CODE;
    }

    @Override
    public SignInCode begin() throws ProblemException, InterruptedException {
        DeviceSignIn fresh = app.signIns().begin(trial);
        begun = fresh;
        return new SignInCode(fresh.userCode(), fresh.addressWithCode());
    }

    @Override
    public void finish(Progress progress) throws ProblemException, InterruptedException {
        DeviceSignIn now = begun;
        if (now != null) {
            app.signIns().finish(trial, now, progress);
        }
    }

    @Override
    public void keep(String secret) throws ProblemException, InterruptedException {
        app.signIns().keep(trial, secret);
    }

    @Override
    public void signOut() throws ProblemException {
        app.signIns().signOut(trial);
    }
}
