// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;

/** The command line speaks the language that was chosen in the window; JSON is the same in every language. */
class LanguageTest {
    @TempDir
    Path home;

    @Test
    void aPersonReadsTheChosenLanguageAndAMachineAlwaysTheSame() throws Exception {
        Terminal terminal = new Terminal(home);
        assertThat(terminal.run("queue", "list").out()).contains("The queue is empty.");
        String json = terminal.run("queue", "list", "--json").out();
        speak("de");
        assertThat(terminal.run("queue", "list").out()).contains("Die Warteschlange ist leer.");
        assertThat(terminal.run("queue", "list", "--json").out()).isEqualTo(json);
        assertThat(terminal.run("queue", "receipt", "nobody", "--out", home.resolve("x.pdf"))
                        .err())
                .contains("Prüfen Sie den Namen");
    }

    private void speak(String language) throws Exception {
        AppOptions options = new AppOptions(home, Clock.systemUTC(), Locale.ENGLISH, Map.of(), false);
        try (App app = App.open(options)) {
            app.settings(app.settings().withLanguage(language));
        }
    }
}
