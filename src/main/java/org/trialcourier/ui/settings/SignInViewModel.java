// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.SignIns.Standing;
import org.trialcourier.problem.Problem;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.SignInCode;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Signing in at the receiver of the trial that is open. */
public final class SignInViewModel {
    private final SignInWork work;
    private final JobRunner runner;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.NOT_NEEDED);
    private final ReadOnlyObjectWrapper<@Nullable SignInCode> code = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Progress waiting;

    /** Knows where it stands as soon as the runner has looked. */
    public SignInViewModel(SignInWork work, JobRunner runner) {
        this.work = work;
        this.runner = runner;
        look();
    }

    /** Looks again where it stands; not while a sign-in is under way. */
    public void look() {
        if (!busy.get()) {
            start(progress -> work.standing(), standing::set);
        }
    }

    /** Asks for a code, shows it and waits until it was typed. */
    public void signIn() {
        start(progress -> work.begin(), shown -> {
            code.set(shown);
            waiting = start(
                    progress -> {
                        work.finish(progress);
                        return work.standing();
                    },
                    standing::set);
        });
    }

    /** Hands over a secret or token. */
    public void keep(String secret) {
        if (!secret.isBlank()) {
            start(
                    progress -> {
                        work.keep(secret);
                        return work.standing();
                    },
                    standing::set);
        }
    }

    /** Forgets the sign-in. */
    public void signOut() {
        start(
                progress -> {
                    work.signOut();
                    return work.standing();
                },
                standing::set);
    }

    /** Stops waiting for the code to be typed. */
    public void cancel() {
        if (waiting != null) {
            waiting.cancel();
        }
        code.set(null);
        busy.set(false);
    }

    private <T> Progress start(Job<T> job, Consumer<? super T> then) {
        busy.set(true);
        problem.set(null);
        return runner.start(
                job,
                result -> {
                    busy.set(false);
                    code.set(null);
                    then.accept(result);
                },
                failure -> {
                    busy.set(false);
                    code.set(null);
                    problem.set(Faults.problem(failure));
                });
    }

    /** Whether a person signs in by a code. */
    public boolean isByCode() {
        return work.isByCode();
    }

    /** Where it stands. */
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** The code to type, or null. */
    public ReadOnlyObjectProperty<@Nullable SignInCode> code() {
        return code.getReadOnlyProperty();
    }

    /** Whether something is under way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
