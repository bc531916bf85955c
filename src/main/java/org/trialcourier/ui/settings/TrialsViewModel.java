// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.Trials.Joined;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.JobRunner;

/** The trials of this workstation: joined by link, renewed, enrolled from an EDC export, left. */
public final class TrialsViewModel {
    private final ObservableList<Joined> joined = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Joined> typing = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");
    private final TrialsWork work;
    private final JobRunner runner;
    private final Moves moves;

    /** Where a trial that changed leads. */
    public interface Moves {
        /** A trial is new or newer now. */
        void renewed(Trial trial);

        /** A trial has the key of another workstation now. */
        void keyTaken(Trial trial);

        /** A trial was left. */
        void left(Trial trial);

        /** Goes to the place where a trial is joined. */
        void join();
    }

    /** What takes long; what it changed is the trial to work in, or null where nothing changed. */
    @FunctionalInterface
    private interface Act {
        @Nullable
        Trial go() throws ProblemException, InterruptedException;
    }

    /** The trials of this workstation. */
    public TrialsViewModel(TrialsWork work, JobRunner runner, Moves moves) {
        this.work = work;
        this.runner = runner;
        this.moves = moves;
        look();
    }

    /** Looks which trials there are. */
    public void look() {
        runner.start(progress -> work.joined(), joined::setAll, this::failed);
    }

    /** Goes to the place where a trial is joined. */
    public void join() {
        moves.join();
    }

    /** Asks a trial's server for its newest copy. */
    public void refresh(Joined trial) {
        act(() -> {
            Trial before = trial.trial();
            work.refresh(before);
            return work.joined().stream()
                    .map(Joined::trial)
                    .filter(each -> each.id().equals(before.id())
                            && each.site().id().equals(before.site().id()))
                    .filter(each -> !each.json().equals(before.json()))
                    .findFirst()
                    .orElse(null);
        });
    }

    /** Brings the subjects of an export into a trial. */
    public void enrol(Joined trial, Path odm) {
        act(() -> work.enrol(trial.trial(), odm));
    }

    /** Writes the trial's key as a page to print. */
    public void printKey(Joined trial, Path pdf) {
        act(
                () -> {
                    work.printKey(trial.trial(), pdf);
                    return trial.trial();
                },
                printed -> page.set(String.valueOf(pdf.getFileName())));
    }

    /** The name of the file that the key card was written to last; empty before. */
    public ReadOnlyStringProperty page() {
        return page.getReadOnlyProperty();
    }

    /** Begins to type in the card of a trial's key, or ends it. */
    public ObjectProperty<@Nullable Joined> typing() {
        return typing;
    }

    /** Takes the trial's key from what was typed; what is on the screen was made with the other key, so it begins anew. */
    public void takeKey(String typed) {
        Joined trial = typing.get();
        if (trial != null) {
            act(
                    () -> {
                        work.takeKey(trial.trial(), typed);
                        return trial.trial();
                    },
                    taken -> {
                        typing.set(null);
                        moves.keyTaken(taken);
                    });
        }
    }

    /** Leaves a trial. */
    public void leave(Joined trial) {
        act(
                () -> {
                    work.leave(trial.trial());
                    return trial.trial();
                },
                moves::left);
    }

    private void act(Act act) {
        act(act, moves::renewed);
    }

    private void act(Act act, Consumer<Trial> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(null);
        page.set("");
        runner.start(
                progress -> new Changed(act.go()),
                done -> {
                    busy.set(false);
                    look();
                    Trial trial = done.trial();
                    if (trial != null) {
                        then.accept(trial);
                    }
                },
                this::failed);
    }

    private record Changed(@Nullable Trial trial) {}

    private void failed(Exception failure) {
        busy.set(false);
        problem.set(Faults.problem(failure));
    }

    /** All trials. */
    public ObservableList<Joined> joined() {
        return joined;
    }

    /** Whether a server is being asked. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why something did not work, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
