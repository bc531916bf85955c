// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;

/** What the commands of one call share: the console, the data folder, and how to open the program on it. */
final class Session {
    private final Console console;
    private final CommandLineStart.@Nullable Window window;
    private final Map<String, String> environment;
    private Path home;

    Session(
            Console console,
            CommandLineStart.@Nullable Window window,
            Map<String, String> environment,
            Path usualHome) {
        this.console = console;
        this.window = window;
        this.environment = environment;
        this.home = usualHome;
    }

    Console console() {
        return console;
    }

    CommandLineStart.@Nullable Window window() {
        return window;
    }

    void home(Path chosen) {
        home = chosen;
    }

    AppOptions options() {
        return AppOptions.standard(home, console.words().locale(), environment);
    }

    /** Opens the program, and speaks the language that was chosen in it, where one was. */
    App open() throws ProblemException {
        App app = App.open(options());
        String language = app.settings().language();
        if (!language.isEmpty()) {
            console.speak(Words.of(Locale.forLanguageTag(language)));
        }
        return app;
    }

    List<Object> subcommands() {
        return List.of(
                new ScanCommand(this),
                new PreviewCommand(this),
                new DeidentifyCommand(this),
                new SubmitCommand(this),
                new QueueCommand(this),
                new VisitsCommand(this),
                new TrialsCommand(this),
                new ReceiverCommand(this),
                new DemoCommand(this),
                new AuditCommand(this),
                new SignInCommand(this),
                new DoctorCommand(this));
    }
}
