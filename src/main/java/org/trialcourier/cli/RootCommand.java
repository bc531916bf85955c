// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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
            description = "Opens the window in practice mode, shows it once and closes it; exit code 0 if it was seen.")
    private boolean selfTest;

    @Override
    public Integer call() throws Exception {
        CommandLineStart.Window window = session.window();
        if (window != null) {
            AppOptions options = session.options();
            return window.open(selfTest ? options.withEnvironment("TRIALCOURIER_SELF_TEST", "1") : options, false);
        }
        session.console().say("There is no display, so the practice job runs here in the terminal.");
        return new PracticeJob(session).run(false);
    }

    /** Says name and version. */
    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.NAME_AND_NUMBER};
        }
    }
}
