// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;

/** What a first start offers. */
public final class WelcomeViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final JobRunner runner;
    private final Choices choices;

    /** What can be chosen. Each blocks; the returned move is made once it has succeeded. */
    public interface Choices {
        /** Makes the world to practise in. */
        Runnable practise() throws Exception;

        /** Reads a trial file and keeps it. */
        Runnable join(Path trialFile) throws Exception;

        /** Fetches a trial from its address, or from where a {@code trialcourier://} link points, and keeps it. */
        Runnable join(String address) throws Exception;
    }

    /** A first start. */
    public WelcomeViewModel(JobRunner runner, Choices choices) {
        this.runner = runner;
        this.choices = choices;
    }

    /** Starts practice mode. */
    public void practise() {
        begin(progress -> choices.practise());
    }

    /** Joins the trial of this file. */
    public void join(Path trialFile) {
        begin(progress -> choices.join(trialFile));
    }

    /** Joins the trial at this address or link. */
    public void join(String address) {
        begin(progress -> choices.join(address.strip()));
    }

    private void begin(Job<Runnable> job) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(null);
        runner.start(
                job,
                move -> {
                    busy.set(false);
                    move.run();
                },
                failure -> {
                    busy.set(false);
                    problem.set(Faults.problem(failure));
                });
    }

    /** Shows why the data folder cannot be used. */
    public void trouble(Problem found) {
        problem.set(found);
    }

    /** Whether something chosen is being made ready. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why it did not work, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
