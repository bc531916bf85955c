// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.settings.Settings;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.work.JobRunner;

/** The choices of a person, kept as soon as they are made. */
public final class SettingsViewModel {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final SettingsWork work;
    private final JobRunner runner;
    private final Consumer<Trial> joined;

    /** The settings; {@code joined} hears of a trial that was added. */
    public SettingsViewModel(SettingsWork work, JobRunner runner, Consumer<Trial> joined) {
        this.work = work;
        this.runner = runner;
        this.joined = joined;
        theme.set(Theme.of(work.settings().theme()));
    }

    /** Chooses a look. */
    public void choose(Theme look) {
        theme.set(look);
        keep(settings -> settings.withTheme(look.setting()));
    }

    /** Chooses a language by its tag; empty for the system's. It holds from the next start. */
    public void speak(String language) {
        keep(settings -> settings.withLanguage(language));
    }

    private void keep(UnaryOperator<Settings> change) {
        problem.set(null);
        runner.start(
                progress -> {
                    work.keep(change.apply(work.settings()));
                    return true;
                },
                done -> {},
                this::failed);
    }

    /** Joins the trial of a file, or renews it. */
    public void join(Path trialFile) {
        problem.set(null);
        runner.start(progress -> work.join(trialFile), joined, this::failed);
    }

    private void failed(Exception failure) {
        problem.set(Faults.problem(failure));
    }

    /** The look. */
    public ReadOnlyObjectProperty<Theme> theme() {
        return theme;
    }

    /** The language's tag; empty for the system's. */
    public String language() {
        return work.settings().language();
    }

    /** Why a choice could not be kept, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
