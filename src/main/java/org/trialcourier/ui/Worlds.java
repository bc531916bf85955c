// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;

/** The real data folder, and that of practice mode once somebody practises: opened when asked for. All of it blocks. */
final class Worlds implements AutoCloseable {
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
        return trials.stream()
                .filter(trial -> name(trial).equals(last) || trial.id().equals(last))
                .findFirst()
                .or(() -> trials.stream().findFirst())
                .map(trial -> new Workplace(app, trial, trials, Optional.empty()));
    }

    /** Works in a trial of this workstation, also the next time. */
    Workplace work(Trial trial) throws ProblemException {
        App app = real();
        app.settings(app.settings().withTrial(name(trial)));
        return new Workplace(app, trial, app.trials().all(), Optional.empty());
    }

    /** Works in practice mode; the real queue goes on meanwhile. */
    synchronized Workplace practise() throws ProblemException {
        if (practice == null) {
            practice = PracticeMode.start(options);
        }
        List<Trial> trials = real == null ? List.of() : real.trials().all();
        return new Workplace(practice.app(), practice.trial(), trials, Optional.of(practice));
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
