// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.text.Words;
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
            paramLabel = "FILE|ID",
            description = "Only this trial; without it all that are known here.")
    private @Nullable String only;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the board for a spreadsheet.")
    private @Nullable Path csv;

    @Option(names = "--ics", paramLabel = "FILE", description = "Writes the windows for a calendar (RFC 5545).")
    private @Nullable Path ics;

    VisitsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            List<Problem> damage = app.damage();
            damage.forEach(console::problem);
            List<VisitBoard> boards = new ArrayList<>();
            for (Trial trial : trials(app)) {
                boards.add(app.boards().of(trial));
            }
            write(csv, VisitExport.csv(boards));
            Words words = console.words();
            write(
                    ics,
                    VisitExport.ics(
                            boards,
                            app.clock().instant(),
                            (day, unknown) -> words.say(
                                    unknown ? "visits.calendar.unknown" : "visits.calendar.planned",
                                    words.formats().day(day))));
            List<VisitExport.Entry> entries = boards.stream()
                    .flatMap(board -> VisitExport.entries(board).stream())
                    .toList();
            if (json) {
                console.json(Map.of("visits", entries));
            } else if (entries.isEmpty()) {
                console.print(console.words().say("cli.visits.none"));
            } else {
                entries.forEach(entry -> console.print(line(entry, console.words())));
            }
            return damage.isEmpty() ? ExitCode.DONE : ExitCode.HELD;
        }
    }

    /** A trial of this workstation by its id comes with the subjects of EDC exports, one of a file as it is. */
    private List<Trial> trials(App app) throws ProblemException {
        String asked = only;
        List<Trial> known = app.trials().all().stream()
                .filter(trial -> asked == null || trial.id().equals(asked))
                .toList();
        return asked == null || !known.isEmpty()
                ? known
                : List.of(TrialFile.read(Path.of(asked), TrialRules::mistakes));
    }

    private static void write(@Nullable Path file, String text) throws ProblemException {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static String line(VisitExport.Entry entry, Words words) {
        return String.format(
                Locale.ROOT,
                "%-14s %-12s %-16s %-18s %s",
                entry.trial(),
                entry.subject(),
                entry.name(),
                state(entry, words),
                entry.closes() == null
                        ? ""
                        : words.say("visits.window", String.valueOf(entry.opens()), String.valueOf(entry.closes())));
    }

    /** Where a visit stands, in the words of the board in the window. */
    private static String state(VisitExport.Entry entry, Words words) {
        return switch (entry.state()) {
            case "opens", "due", "overdue" -> words.say("visits." + entry.state(), entry.days());
            case "sending" -> words.say("visits.sending", words.formats().percent(entry.percent() / 100.0));
            case "not-due", "not-done" -> words.say("visits." + entry.state());
            case "unknown" -> words.say("unseen.title");
            default -> words.say("state." + entry.state());
        };
    }
}
