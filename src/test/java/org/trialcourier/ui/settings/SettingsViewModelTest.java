// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.work.DirectRunner;

class SettingsViewModelTest {
    private final Store store = new Store();
    private final SettingsViewModel model = new SettingsViewModel(store, new DirectRunner());

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
}
