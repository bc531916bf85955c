// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;

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

    @Test
    void aCalendarSaysInTheChosenLanguageWhatIsPlanned() throws Exception {
        Path trial = PracticeTrial.make(
                home.resolve("trial"),
                LocalDate.of(2026, 11, 27),
                URI.create("http://127.0.0.1:9/"),
                URI.create("http://127.0.0.1:9/"));
        Path ics = home.resolve("visits.ics");
        speak("fr");
        assertThat(new Terminal(home)
                        .run("visits", "--trial", trial, "--ics", ics)
                        .exit())
                .isZero();
        assertThat(Files.readString(ics)).contains("DESCRIPTION:Prévue le ").doesNotContain("Planned");
    }

    private void speak(String language) throws Exception {
        AppOptions options = new AppOptions(home, Clock.systemUTC(), Locale.ENGLISH, Map.of(), false);
        try (App app = App.open(options)) {
            app.settings(app.settings().withLanguage(language));
        }
    }
}
