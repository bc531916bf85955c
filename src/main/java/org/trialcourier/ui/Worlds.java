// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;

/** The real data folder, and that of practice mode once somebody practises: opened when asked for. All of it blocks. */
final class Worlds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worlds.class);

    private final AppOptions options;
    private @Nullable App real;
    private @Nullable PracticeMode practice;

    Worlds(AppOptions options) {
        this.options = options;
    }

    /** The program on the real data folder. */
    synchronized App real() throws ProblemException {
        if (real == null) {
            real = App.open(options);
        }
        return real;
    }

    /** The trial last worked with; nothing where this workstation has none. */
    Optional<Workplace> last() throws ProblemException {
        App app = real();
        List<Trial> trials = app.trials().all();
        String last = app.settings().trial();
        Optional<Trial> chosen = trials.stream()
                .filter(trial -> name(trial).equals(last) || trial.id().equals(last))
                .findFirst()
                .or(() -> trials.stream().findFirst());
        return chosen.isPresent() ? Optional.of(real(chosen.get())) : Optional.empty();
    }

    /** Works in a trial of this workstation, also the next time. */
    Workplace work(Trial trial) throws ProblemException {
        App app = real();
        app.settings(app.settings().withTrial(name(trial)));
        return real(trial);
    }

    private Workplace real(Trial trial) throws ProblemException {
        App app = real();
        return new Workplace(app, trial, app.trials().all(), Optional.empty(), Optional.empty(), damage(app));
    }

    /** Works in practice mode; the real queue goes on meanwhile. */
    synchronized Workplace practise() throws ProblemException {
        if (practice == null) {
            practice = PracticeMode.start(options);
        }
        List<Trial> trials = real == null ? List.of() : real.trials().all();
        List<Problem> damage = new ArrayList<>(damage(practice.app()));
        if (real != null) {
            damage.addAll(damage(real));
        }
        return new Workplace(
                practice.app(), practice.trial(), trials, Optional.of(practice), Optional.ofNullable(real), damage);
    }

    /** The same work with the trial as it is now. */
    Workplace again(Workplace before, Trial now) throws ProblemException {
        return before.practice().isPresent() ? practise() : work(now);
    }

    /** Where not even this can be found out, the feed of the queue says why at each look: the desk opens nevertheless. */
    private static List<Problem> damage(App app) {
        try {
            return app.damage();
        } catch (ProblemException e) {
            LOG.warn("The queue does not open", e);
            return List.of();
        }
    }

    private static String name(Trial trial) {
        return trial.id() + "/" + trial.site().id();
    }

    @Override
    public synchronized void close() {
        if (practice != null) {
            practice.close();
        }
        if (real != null) {
            real.close();
        }
    }
}
