// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.Version;
import org.trialcourier.app.WindowStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: the window, or the practice job in the terminal where there is no display. */
@Command(
        name = "trialcourier",
        description = "Smart uploader for clinical-trial imaging sites. Without a command it opens the window.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = RootCommand.ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage", "3:held, needs a person"},
        usageHelpAutoWidth = true)
final class RootCommand implements Callable<Integer> {
    private final Session session;

    RootCommand(Session session) {
        this.session = session;
    }

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The data folder (also TRIALCOURIER_HOME).")
    void home(Path folder) {
        session.home(folder);
    }

    @Option(
            names = "--self-test",
            description =
                    "Opens the window in practice mode, goes through its screens with the practice disc and closes it;"
                            + " nothing is sent. Exit code 0 if all was seen, 1 if not.")
    private boolean selfTest;

    @Option(names = "--background", description = "Opens the window out of sight; the queue goes on.")
    private boolean background;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|LINK",
            description =
                    "Folders, discs, ZIPs and files for a new submission, a trial file, or a trialcourier:// link.")
    private List<String> given = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        for (String word : given) {
            if (!WindowStart.isUnderstood(word)) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "There is no command, file or folder " + word);
            }
        }
        CommandLineStart.Window window = session.window();
        if (window != null) {
            AppOptions options = session.options();
            return window.open(new WindowStart(
                    selfTest ? options.withEnvironment("TRIALCOURIER_SELF_TEST", "1") : options,
                    false,
                    background,
                    given.stream().map(RootCommand::absolute).toList()));
        }
        if (!given.isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "There is no display to open " + given.getFirst() + " on");
        }
        if (selfTest) {
            session.console().say(session.console().words().say("cli.self-test.no-display"));
            return ExitCode.FAILED;
        }
        session.console().say(session.console().words().say("cli.no-display"));
        return new PracticeJob(session).run(false);
    }

    /** Says name and version. */
    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.NAME_AND_NUMBER};
        }
    }

    /** As another process understands it, too. */
    private static String absolute(String word) {
        return WindowStart.isLink(word)
                ? word
                : Path.of(WindowStart.plain(word)).toAbsolutePath().normalize().toString();
    }
}
