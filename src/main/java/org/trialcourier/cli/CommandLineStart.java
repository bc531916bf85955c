// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.WindowStart;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments and runs the command they name. */
public final class CommandLineStart {
    private CommandLineStart() {}

    /** Opens the window and returns the exit code when it is closed. */
    @FunctionalInterface
    public interface Window {
        /** Opens it. */
        int open(WindowStart start) throws ProblemException;
    }

    /**
     * Runs a command.
     *
     * @param arguments as given to the program
     * @param window opens the window; null where there is no display
     * @return the exit code of DESIGN section 9
     */
    public static int run(List<String> arguments, @Nullable Window window) {
        Console console = new Console(System.out, System.err, Words.of(Locale.getDefault()));
        return run(arguments, window, console, System.getenv());
    }

    static int run(List<String> arguments, @Nullable Window window, Console console, Map<String, String> environment) {
        Session session = new Session(console, window, environment, AppOptions.usualHome(environment));
        CommandLine line = new CommandLine(new RootCommand(session));
        session.subcommands().forEach(line::addSubcommand);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, where, parsed) -> console.failure(e));
        line.setParameterExceptionHandler((e, given) -> {
            console.say(
                    e instanceof UnmatchedArgumentException unknown
                            ? console.words().say("cli.not-understood", String.join(" ", unknown.getUnmatched()))
                            : String.valueOf(e.getMessage()));
            console.say(console.words()
                    .say("cli.try-help", e.getCommandLine().getCommandSpec().qualifiedName()));
            return ExitCode.USAGE;
        });
        return line.execute(arguments.toArray(String[]::new));
    }
}
