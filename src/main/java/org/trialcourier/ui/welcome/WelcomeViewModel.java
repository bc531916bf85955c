// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.WindowStart;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** What a first start offers. */
public final class WelcomeViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper imagesWait = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable SignInCode> code = new ReadOnlyObjectWrapper<>();
    private final JobRunner runner;
    private final Choices choices;
    private @Nullable Progress waiting;

    /** What can be chosen. Each blocks; the returned move is made once it has succeeded. */
    public interface Choices {
        /** Makes the world to practise in. */
        Runnable practise() throws Exception;

        /** Reads a trial file and keeps it. */
        Runnable join(Path trialFile) throws Exception;

        /**
         * Fetches a trial from its address, or from where a {@code trialcourier://} link points, and keeps it.
         *
         * @throws ProblemException with {@code SignInNeeded} where its server wants to know who asks
         */
        Runnable join(String address) throws Exception;

        /** Begins a sign-in at the server that wants to know who asks. */
        SignIn signIn(String address) throws Exception;
    }

    /** A sign-in that has begun. */
    public interface SignIn {
        /** What to type where. */
        SignInCode code();

        /** Waits until it was typed, then joins. */
        Runnable join(Progress progress) throws Exception;
    }

    /** A first start. */
    public WelcomeViewModel(JobRunner runner, Choices choices) {
        this.runner = runner;
        this.choices = choices;
    }

    /** Images were given before there is a trial they could belong to; they are not forgotten. */
    public void imagesWait(boolean some) {
        imagesWait.set(some);
    }

    /** Whether images wait for a trial. */
    public ReadOnlyBooleanProperty imagesWait() {
        return imagesWait.getReadOnlyProperty();
    }

    /** Starts practice mode. */
    public void practise() {
        begin(progress -> choices.practise());
    }

    /** Joins the trial of this file. */
    public void join(Path trialFile) {
        begin(progress -> choices.join(trialFile));
    }

    /** Joins the trial at this address or link; where its server wants to know who asks, by way of a sign-in. */
    public void join(String address) {
        if (busy.get()) {
            return;
        }
        String place = address.strip();
        begin(progress -> choices.join(place), this::moved, failure -> {
            if (failure instanceof ProblemException told && told.problem() instanceof Problem.SignInNeeded) {
                signIn(place);
            } else {
                failed(failure);
            }
        });
    }

    /** Joins by what was opened: a link, or the path of a trial file. */
    public void joinBy(String opened) {
        if (WindowStart.isLink(opened)) {
            join(opened);
        } else {
            join(Path.of(opened));
        }
    }

    private void signIn(String address) {
        begin(
                progress -> choices.signIn(address),
                begun -> {
                    waiting = begin(begun::join, this::moved, this::failed);
                    code.set(begun.code());
                },
                this::failed);
    }

    /** Stops waiting for a sign-in. */
    public void cancel() {
        if (waiting != null) {
            waiting.cancel();
        }
        rest();
    }

    private void begin(Job<Runnable> job) {
        if (!busy.get()) {
            begin(job, this::moved, this::failed);
        }
    }

    private <T> Progress begin(Job<T> job, Consumer<T> done, Consumer<Exception> failed) {
        busy.set(true);
        problem.set(null);
        return runner.start(job, done, failed);
    }

    private void moved(Runnable move) {
        rest();
        move.run();
    }

    private void failed(Exception failure) {
        rest();
        problem.set(Faults.problem(failure));
    }

    private void rest() {
        busy.set(false);
        code.set(null);
    }

    /** Shows why the data folder cannot be used. */
    public void trouble(Problem found) {
        problem.set(found);
    }

    /** Whether something chosen is being made ready. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What to type where to sign in, or null. */
    public ReadOnlyObjectProperty<@Nullable SignInCode> code() {
        return code.getReadOnlyProperty();
    }

    /** Why it did not work, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
