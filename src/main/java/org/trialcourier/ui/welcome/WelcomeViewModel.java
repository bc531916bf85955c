// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
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
    private final ReadOnlyObjectWrapper<@Nullable Invited> invitation = new ReadOnlyObjectWrapper<>();
    private final JobRunner runner;
    private final Choices choices;
    private @Nullable Progress waiting;
    private @Nullable Offer offer;

    /** What can be chosen. Each blocks; the returned move is made once it has succeeded. */
    public interface Choices {
        /** Makes the world to practise in. */
        Runnable practise() throws Exception;

        /** Reads a trial file. */
        Offer read(Path trialFile) throws Exception;

        /**
         * Fetches a trial from its address, or from where a {@code trialcourier://} link points.
         *
         * @throws ProblemException with {@code SignInNeeded} where its server wants to know who asks
         */
        Offer read(String address) throws Exception;

        /** Begins a sign-in at the server that wants to know who asks. */
        SignIn signIn(String address) throws Exception;
    }

    /** A trial that was read; nothing of it is kept yet. */
    public interface Offer {
        /** What must be looked at before; empty where the trial is joined already, in just this form. */
        Optional<Invited> asks();

        /** Joins; blocks. */
        Runnable join() throws Exception;

        /** Forgets what reading it left; blocks. */
        void decline() throws Exception;
    }

    /** A sign-in that has begun. */
    public interface SignIn {
        /** What to type where. */
        SignInCode code();

        /** Waits until it was typed, then reads the trial. */
        Offer read(Progress progress) throws Exception;
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
        if (!busy.get()) {
            begin(progress -> choices.practise(), this::moved, this::failed);
        }
    }

    /** Reads the trial of this file, and asks before it is joined. */
    public void join(Path trialFile) {
        if (!busy.get()) {
            decline();
            begin(progress -> choices.read(trialFile), this::invited, this::failed);
        }
    }

    /** Reads the trial at this address or link, by way of a sign-in where its server wants to know who asks; then asks. */
    public void join(String address) {
        if (busy.get()) {
            return;
        }
        decline();
        String place = address.strip();
        begin(progress -> choices.read(place), this::invited, failure -> {
            if (failure instanceof ProblemException told && told.problem() instanceof Problem.SignInNeeded) {
                signIn(place);
            } else {
                failed(failure);
            }
        });
    }

    /** Reads what was opened: a link, or the path of a trial file. */
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
                    waiting = begin(begun::read, this::invited, this::failed);
                    code.set(begun.code());
                },
                this::failed);
    }

    private void invited(Offer read) {
        rest();
        offer = read;
        Optional<Invited> asks = read.asks();
        if (asks.isEmpty()) {
            accept();
        } else {
            invitation.set(asks.get());
        }
    }

    /** Joins the trial that was looked at. */
    public void accept() {
        Offer read = offer;
        if (read != null && !busy.get()) {
            offer = null;
            invitation.set(null);
            begin(progress -> read.join(), this::moved, this::failed);
        }
    }

    /** Does not join the trial that was looked at; nothing of it was kept. */
    public void decline() {
        Offer read = offer;
        offer = null;
        invitation.set(null);
        if (read != null) {
            runner.start(
                    progress -> {
                        read.decline();
                        return true;
                    },
                    done -> {},
                    Faults::problem);
        }
    }

    /** Stops waiting for a sign-in. */
    public void cancel() {
        if (waiting != null) {
            waiting.cancel();
        }
        rest();
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

    /** Whether something is being made ready, asked or said. */
    public boolean isTalking() {
        return busy.get() || invitation.get() != null || problem.get() != null;
    }

    /** Whether something chosen is being made ready. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What to type where to sign in, or null. */
    public ReadOnlyObjectProperty<@Nullable SignInCode> code() {
        return code.getReadOnlyProperty();
    }

    /** The trial to look at before it is joined, or null. */
    public ReadOnlyObjectProperty<@Nullable Invited> invitation() {
        return invitation.getReadOnlyProperty();
    }

    /** Why it did not work, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
