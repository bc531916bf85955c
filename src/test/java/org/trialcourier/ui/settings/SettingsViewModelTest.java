// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.work.DirectRunner;

class SettingsViewModelTest {
    private final Store store = new Store();
    private final List<Trial> joined = new ArrayList<>();
    private final SettingsViewModel model = new SettingsViewModel(store, new DirectRunner(), joined::add);

    private static final class Store implements SettingsWork {
        private Settings kept = Settings.defaults();
        private boolean readOnly;

        @Override
        public Settings settings() {
            return kept;
        }

        @Override
        public void keep(Settings settings) throws ProblemException {
            if (readOnly) {
                throw new ProblemException(new Problem.Unwritable("settings.json", "read only"));
            }
            kept = settings;
        }

        @Override
        public Trial join(Path trialFile) throws ProblemException {
            if (trialFile.endsWith("bad.json")) {
                throw new ProblemException(new Problem.BadFile("bad.json", List.of()));
            }
            return Samples.trial();
        }
    }

    @Test
    void aThemeIsKeptAsSoonAsItIsChosen() {
        model.choose(Theme.DARK);
        assertThat(store.kept.theme()).isEqualTo("dark");
        assertThat(model.theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void aLanguageIsKept() {
        model.speak("de");
        assertThat(store.kept.language()).isEqualTo("de");
        assertThat(model.language().get()).isEqualTo("de");
        store.readOnly = true;
        model.speak("fr");
        assertThat(model.language().get()).isEqualTo("de");
    }

    @Test
    void settingsThatCannotBeWrittenAreAProblem() {
        store.readOnly = true;
        model.choose(Theme.DARK);
        assertThat(model.problem().get()).isInstanceOf(Problem.Unwritable.class);
    }

    @Test
    void aTrialFileIsJoinedOrItsMistakesAreShown() {
        model.join(Path.of("bad.json"));
        assertThat(model.problem().get()).isInstanceOf(Problem.BadFile.class);
        model.join(Path.of("trial.json"));
        assertThat(joined).hasSize(1);
        assertThat(model.problem().get()).isNull();
    }
}
