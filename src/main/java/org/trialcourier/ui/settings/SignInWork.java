// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import org.trialcourier.app.SignIns.Standing;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.work.Progress;

/** What signing in needs of the program, for the trial that is open. All of it may block. */
public interface SignInWork {
    /** Where it stands. */
    Standing standing() throws ProblemException;

    /** Whether a person signs in by a code; else a secret or token is handed over. */
    boolean isByCode();

    /** Asks for a code. */
    SignInCode begin() throws ProblemException, InterruptedException;

    /** Waits until the person has typed the code. */
    void finish(Progress progress) throws ProblemException, InterruptedException;

    /** Keeps a secret or token. */
    void keep(String secret) throws ProblemException, InterruptedException;

    /** Forgets the sign-in. */
    void signOut() throws ProblemException;
}
