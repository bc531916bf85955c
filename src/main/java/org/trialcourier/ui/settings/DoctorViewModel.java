// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Examination;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.JobRunner;

/** The connection doctor: what lies between this computer and the receiver, and what of it works. */
public final class DoctorViewModel {
    private final ObservableList<Examination.Check> checks = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> report = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Examination last;
    private final JobRunner runner;
    private final Examine examine;
    private final Function<Phrase, String> say;

    /** Examines the way to the receiver; blocks. */
    @FunctionalInterface
    public interface Examine {
        /** All checks, in order. */
        Examination run() throws ProblemException, InterruptedException;
    }

    /** A doctor who has not looked yet, and writes the page in the words of a language. */
    public DoctorViewModel(Examine examine, JobRunner runner, Function<Phrase, String> say) {
        this.examine = examine;
        this.say = say;
        this.runner = runner;
    }

    /** Looks. */
    public void examine() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(null);
        checks.clear();
        runner.start(progress -> examine.run(), this::done, this::failed);
    }

    /** Writes the page for IT staff: as JSON where the file's name ends so, else as text. */
    public void save(Path file) {
        Examination found = last;
        if (found == null) {
            return;
        }
        problem.set(null);
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        runner.start(
                progress -> write(
                        file,
                        json
                                ? WireJson.writePretty(found.document(Words.english()::say))
                                : found.text(say).getBytes(StandardCharsets.UTF_8)),
                written -> {},
                this::failed);
    }

    private static Path write(Path file, byte[] page) throws ProblemException {
        try {
            return Files.write(file, page);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(file.toString(), e.getClass().getSimpleName()), e);
        }
    }

    private void done(Examination found) {
        busy.set(false);
        last = found;
        checks.setAll(List.copyOf(found.checks()));
        report.set(found.text(say));
    }

    private void failed(Exception failure) {
        busy.set(false);
        problem.set(Faults.problem(failure));
    }

    /** What was found, in the order of the way. */
    public ObservableList<Examination.Check> checks() {
        return checks;
    }

    /** Whether the doctor is looking. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** All of it as plain text, for IT staff; empty before the first look. */
    public ReadOnlyObjectProperty<String> report() {
        return report.getReadOnlyProperty();
    }

    /** Why there is no finding, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
