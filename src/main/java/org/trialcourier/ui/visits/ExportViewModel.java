// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.trial.VisitExport;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.JobRunner;

/** The board for a spreadsheet or a calendar. */
public final class ExportViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final Work work;
    private final JobRunner runner;
    private final Words words;

    /** Writes boards; blocks. */
    public interface Work {
        /** As CSV. */
        void csv(Path file) throws ProblemException;

        /** As a calendar. */
        void calendar(Path file, VisitExport.Planned planned) throws ProblemException;
    }

    /** Exports in the background. */
    public ExportViewModel(Work work, JobRunner runner, Words words) {
        this.work = work;
        this.runner = runner;
        this.words = words;
    }

    /** Writes a file; a calendar where the name ends in {@code .ics}. */
    public void write(Path file) {
        problem.set(null);
        boolean calendar = file.toString().endsWith(".ics");
        runner.start(
                progress -> {
                    if (calendar) {
                        work.calendar(
                                file,
                                (day, unknown) -> words.say(
                                        unknown ? "visits.calendar.unknown" : "visits.calendar.planned",
                                        words.formats().day(day)));
                    } else {
                        work.csv(file);
                    }
                    return file;
                },
                done -> {},
                failure -> problem.set(Faults.problem(failure)));
    }

    /** Why it could not be written, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
