// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import org.trialcourier.connect.DeviceSignIn;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.work.Progress;

/** A sign-in at a server that wants to know who joins a trial: the code is shown, and once it was typed, one is in. */
public final class JoinSignIn {
    private final Trials trials;
    private final TrialLink link;
    private final DeviceSignIn begun;

    JoinSignIn(Trials trials, TrialLink link, DeviceSignIn begun) {
        this.trials = trials;
        this.link = link;
        this.begun = begun;
    }

    /** The code to type. */
    public String code() {
        return begun.userCode();
    }

    /** Where to type it. */
    public URI address() {
        return begun.addressWithCode();
    }

    /**
     * Waits until the code was typed, then joins.
     *
     * @throws ProblemException as {@link #read}. Whatever goes wrong, nothing of the sign-in stays.
     */
    public Trial join(Progress progress) throws ProblemException, InterruptedException {
        Invitation invitation = read(progress);
        try {
            return invitation.join();
        } finally {
            invitation.decline();
        }
    }

    /**
     * Waits until the code was typed, then reads the trial. What is kept of the sign-in goes when the invitation is
     * accepted or declined.
     *
     * @throws ProblemException {@code SignInUnfinished} where it was not typed in time; {@code NotAdmitted} where the
     *     server does not let in who signed in. Nothing of the sign-in stays then.
     */
    public Invitation read(Progress progress) throws ProblemException, InterruptedException {
        try {
            begun.await(progress);
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.SignInNeeded needed
                    ? new ProblemException(new Problem.SignInUnfinished(needed.host()), e)
                    : e;
        }
        boolean read = false;
        try {
            Invitation invitation = trials.read(link);
            read = true;
            return invitation;
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.SignInNeeded needed
                    ? new ProblemException(new Problem.NotAdmitted(needed.host(), 401), e)
                    : e;
        } finally {
            if (!read) {
                trials.forgetSignIn(link);
            }
        }
    }
}
