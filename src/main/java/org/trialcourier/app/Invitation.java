// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialLink;

/** A trial that was read and is not joined yet: a person can look at it before anything of it is kept. */
public final class Invitation {
    private final Trials trials;
    private final Trial trial;
    private final @Nullable TrialLink link;
    private final String tag;
    private final Optional<Trial> known;
    private final boolean joined;

    private Invitation(
            Trials trials, Trial trial, @Nullable TrialLink link, String tag, Optional<Trial> known, boolean joined) {
        this.trials = trials;
        this.trial = trial;
        this.link = link;
        this.tag = tag;
        this.known = known;
        this.joined = joined;
    }

    /** By a file. */
    static Invitation of(Trials trials, Trial trial, TrialShelf shelf) throws ProblemException {
        PracticeStaysHere.check(trial);
        return new Invitation(trials, trial, null, "", known(trial, shelf), isKept(trial, shelf));
    }

    /** By a link; the same copy at another place is another invitation, since newer ones are fetched from there. */
    static Invitation of(Trials trials, Trial trial, TrialLink link, String tag, TrialShelf shelf)
            throws ProblemException {
        PracticeStaysHere.check(trial);
        boolean fromThere = shelf.origin(trial.id(), trial.site().id())
                .filter(origin -> link.api().equals(origin.api()))
                .isPresent();
        return new Invitation(trials, trial, link, tag, known(trial, shelf), fromThere && isKept(trial, shelf));
    }

    private static Optional<Trial> known(Trial trial, TrialShelf shelf) throws ProblemException {
        return shelf.find(trial.id(), trial.site().id());
    }

    private static boolean isKept(Trial trial, TrialShelf shelf) throws ProblemException {
        return shelf.copy(trial).equals(Optional.of(trial.json()));
    }

    /** The trial as it was read. */
    public Trial trial() {
        return trial;
    }

    /** The server it was read from; empty for a file. */
    public Optional<URI> from() {
        return Optional.ofNullable(link).map(TrialLink::api);
    }

    /** The copy that this workstation has of the trial so far. */
    public Optional<Trial> known() {
        return known;
    }

    /** Whether it is joined in just this form, so that joining it changes nothing. */
    public boolean isJoined() {
        return joined;
    }

    /** Joins: keeps what was read, not what may be at its place by now. */
    public Trial join() throws ProblemException {
        return link == null ? trials.keep(trial) : trials.keep(trial, link, tag);
    }

    /** Forgets what a sign-in for reading it left. */
    public void decline() throws ProblemException {
        if (link != null) {
            trials.forgetSignIn(link);
        }
    }
}
