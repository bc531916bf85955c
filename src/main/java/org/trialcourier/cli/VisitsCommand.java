// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.trial.VisitExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where each visit of each subject stands today. */
@Command(name = "visits", description = "Lists where each visit of each subject stands today.")
final class VisitsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--trial",
            paramLabel = "FILE",
            description = "Only this trial; without it all that are known here.")
    private @Nullable Path trialFile;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    VisitsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            List<Trial> trials = trialFile == null ? app.trials().all() : List.of(TrialFile.read(trialFile));
            List<VisitExport.Entry> entries = new ArrayList<>();
            for (Trial trial : trials) {
                VisitBoard board = app.boards().of(trial);
                entries.addAll(VisitExport.entries(board));
            }
            if (json) {
                console.json(Map.of("visits", entries));
            } else if (entries.isEmpty()) {
                console.print(console.words().say("cli.visits.none"));
            } else {
                entries.forEach(entry -> console.print(line(entry)));
            }
            return ExitCode.DONE;
        }
    }

    private static String line(VisitExport.Entry entry) {
        return String.format(
                Locale.ROOT,
                "%-14s %-12s %-16s %-10s %s",
                entry.trial(),
                entry.subject(),
                entry.name(),
                entry.state(),
                entry.closes() == null ? "" : entry.opens() + " to " + entry.closes());
    }
}
