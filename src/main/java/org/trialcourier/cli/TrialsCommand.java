// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.JoinSignIn;
import org.trialcourier.app.Trials.Joined;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins, lists, refreshes and leaves trials, and brings in subjects from an EDC export. */
@Command(name = "trials", description = "Joins, lists, refreshes and leaves trials.")
final class TrialsCommand {
    private static final int MOST_OF_A_CARD = 1000;
    private static final String JSON = "One JSON document on standard output.";
    private static final String ID = "The trial's id, or id/site where the same trial runs at several sites here.";

    private final Session session;

    TrialsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists the trials of this workstation and how old their copies are.")
    int list(@Option(names = "--json", description = JSON) boolean json) throws Exception {
        try (App app = session.open()) {
            show(app.joining().list(), json);
            return ExitCode.DONE;
        }
    }

    @Command(name = "add", description = "Joins a trial from its file, its address or a trialcourier:// link.")
    int add(
            @Parameters(paramLabel = "FILE|URL|LINK", description = "trial.json, https://…/trials/ID, or a link.")
                    String from,
            @Option(names = "--json", description = JSON) boolean json)
            throws Exception {
        try (App app = session.open()) {
            Trial trial = TrialLink.looksLikeOne(from)
                    ? join(app, TrialLink.of(from))
                    : app.joining().add(Path.of(from));
            show(one(app, trial), json);
            return ExitCode.DONE;
        }
    }

    private Trial join(App app, TrialLink link) throws ProblemException, InterruptedException {
        try {
            return app.joining().add(link);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.SignInNeeded)) {
                throw e;
            }
            JoinSignIn begun = app.joining().signIn(link);
            Console console = session.console();
            console.say(console.words().say("cli.sign-in.code", begun.address(), begun.code()));
            return begun.join(new Progress());
        }
    }

    @Command(name = "enrol", description = "Brings the subjects of an ODM-XML 1.3 export into a trial.")
    int enrol(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(
                            names = "--odm",
                            required = true,
                            paramLabel = "FILE",
                            description = "The export of the EDC system.")
                    Path odm,
            @Option(names = "--json", description = JSON) boolean json)
            throws Exception {
        try (App app = session.open()) {
            Trial trial = find(app, id);
            app.joining().enrol(trial, odm);
            show(one(app, trial), json);
            return ExitCode.DONE;
        }
    }

    @Command(name = "key-card", description = "Writes the trial's key as a page for another workstation of the site.")
    int keyCard(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(
                            names = "--pdf",
                            required = true,
                            paramLabel = "FILE",
                            description = "The page. Print it, delete the file, lock the page away.")
                    Path pdf)
            throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            app.keyCards().print(find(app, id), pdf, console.words());
            console.say(console.words().say("key-card.saved", String.valueOf(pdf.getFileName())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "take-key", description = "Takes the trial's key from the key card of another workstation.")
    int takeKey(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Parameters(
                            paramLabel = "FILE",
                            description = "The letters of the card in a text file; - for standard input.")
                    Path card)
            throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            Trial trial = find(app, id);
            app.keyCards().take(trial, typed(card));
            console.say(console.words().say("key-card.taken", trial.id()));
            return ExitCode.DONE;
        }
    }

    private static String typed(Path card) throws ProblemException {
        boolean standard = card.toString().equals("-");
        try (InputStream in = standard ? System.in : Files.newInputStream(card)) {
            return new String(in.readNBytes(MOST_OF_A_CARD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unreadable(card.toString(), e.getClass().getSimpleName()), e);
        }
    }

    @Command(name = "remove", description = "Leaves a trial; nothing of it may still be in the queue.")
    int remove(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--json", description = JSON) boolean json)
            throws Exception {
        try (App app = session.open()) {
            app.joining().remove(find(app, id));
            show(app.joining().list(), json);
            return ExitCode.DONE;
        }
    }

    @Command(name = "refresh", description = "Asks the servers whether their trials changed.")
    int refresh(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "Only this trial.") @Nullable String id,
            @Option(names = "--json", description = JSON) boolean json)
            throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            List<Trial> asked = id == null ? app.trials().all() : List.of(find(app, id));
            boolean all = true;
            for (Trial trial : asked) {
                try {
                    TrialFetch.Result result = app.joining().refresh(trial);
                    String key =
                            switch (result) {
                                case TrialFetch.Result.Fresh it -> "cli.trials.fresh";
                                case TrialFetch.Result.Unchanged it -> "cli.trials.unchanged";
                                case TrialFetch.Result.Withdrawn it -> "cli.trials.withdrawn";
                            };
                    console.say(console.words().say(key, trial.id()));
                } catch (ProblemException e) {
                    console.problem(e.problem());
                    all = false;
                }
            }
            show(app.joining().list(), json);
            return all ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static List<Joined> one(App app, Trial trial) throws ProblemException {
        return app.joining().list().stream()
                .filter(each -> each.trial().id().equals(trial.id())
                        && each.trial().site().id().equals(trial.site().id()))
                .toList();
    }

    private static Trial find(App app, String id) throws ProblemException {
        List<Trial> found = app.trials().all().stream()
                .filter(trial -> trial.id().equals(id)
                        || id.equals(trial.id() + "/" + trial.site().id()))
                .toList();
        if (found.size() != 1) {
            throw new ProblemException(new Problem.Unknown("trial", id));
        }
        return found.getFirst();
    }

    private void show(List<Joined> trials, boolean json) {
        Console console = session.console();
        if (json) {
            List<Map<String, Object>> documents = new ArrayList<>();
            trials.forEach(each -> documents.add(document(each)));
            console.json(Map.of("trials", documents));
        } else if (trials.isEmpty()) {
            console.print(console.words().say("cli.trials.none"));
        } else {
            trials.forEach(each -> console.print(line(each)));
        }
    }

    private static Map<String, Object> document(Joined joined) {
        Trial trial = joined.trial();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", trial.id());
        document.put("site", trial.site().id());
        document.put("name", trial.trial().name());
        document.put("sponsor", trial.trial().sponsor());
        document.put("subjects", trial.subjects().size());
        document.put("visits", trial.visits().size());
        document.put("host", trial.destination().url().getHost());
        document.put("from", joined.origin().isEmpty() ? "file" : "server");
        document.put(
                "asOf", joined.origin().map(origin -> origin.at().toString()).orElse(null));
        document.put(
                "withdrawn",
                joined.origin().isPresent() && joined.origin().get().withdrawn());
        return document;
    }

    private String line(Joined joined) {
        Trial trial = joined.trial();
        var words = session.console().words();
        String age = joined.origin()
                .map(origin -> words.say(
                        origin.withdrawn() ? "cli.trials.withdrawn-at" : "cli.trials.as-of",
                        words.formats().moment(origin.at(), trial.site().timeZone())))
                .orElseGet(() -> words.say("cli.trials.from-file"));
        return words.say(
                "cli.trials.line",
                trial.id(),
                trial.site().id(),
                trial.trial().name(),
                trial.subjects().size(),
                age);
    }
}
