// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.audit.ReceiptPdf;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.text.Words;
import org.trialcourier.wire.SignedReceipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the queue, works on it, and moves submissions in it. */
@Command(name = "queue", description = "Shows and works on the queue of submissions.")
final class QueueCommand {
    private final Session session;

    QueueCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists all submissions.")
    int list(
            @Option(names = "--trial", paramLabel = "ID", description = "Only those of this trial.") @Nullable
                    String trial,
            @Option(names = "--json", description = "One JSON document on standard output.") boolean json)
            throws Exception {
        try (App app = session.open()) {
            List<Problem> damage = app.damage();
            damage.forEach(session.console()::problem);
            show(
                    app.queue().list().stream()
                            .filter(each -> trial == null || each.trial().equals(trial))
                            .toList(),
                    json);
            return damage.isEmpty() ? ExitCode.DONE : ExitCode.HELD;
        }
    }

    @Command(name = "run", description = "Works until the queue is empty or all that is left waits.")
    int run(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "Only this submission.") @Nullable String id,
            @Option(names = "--json", description = "One JSON document on standard output.") boolean json)
            throws Exception {
        try (App app = session.open()) {
            if (id != null) {
                Submission settled = settle(app, app.queue().find(id).id());
                show(List.of(settled), json);
                return SubmissionView.exitCode(settled);
            }
            List<Problem> damage = app.damage();
            damage.forEach(session.console()::problem);
            RunSummary summary;
            try (ProgressLine line = new ProgressLine(session.console())) {
                summary = app.runner().run(line.progress());
                app.runner().inquire(line.progress());
            }
            List<Submission> all = app.queue().list();
            show(all, json);
            boolean needsPerson =
                    all.stream().anyMatch(each -> each.state() == State.QUERY || each.state() == State.HELD);
            return needsPerson || summary.rejected() > 0 || !damage.isEmpty() ? ExitCode.HELD : ExitCode.DONE;
        }
    }

    private Submission settle(App app, UUID id) throws ProblemException, InterruptedException {
        try (ProgressLine line = new ProgressLine(session.console())) {
            return app.runner().runUntilSettled(id, line.progress(), line::waits);
        }
    }

    @Command(name = "pause", description = "Stops a submission, or all of them, until resumed.")
    int pause(
            @Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Option(names = "--json") boolean json)
            throws Exception {
        return move(id, json, Queue::pause, State.PAUSED);
    }

    @Command(name = "resume", description = "Lets paused submissions go on.")
    int resume(
            @Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Option(names = "--json") boolean json)
            throws Exception {
        return move(id, json, Queue::resume, State.QUEUED);
    }

    @Command(name = "retry", description = "Tries again at once what waits or is held.")
    int retry(
            @Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Option(names = "--json") boolean json)
            throws Exception {
        return move(id, json, Queue::retry, State.QUEUED);
    }

    @Command(name = "cancel", description = "Gives a submission up and removes what was prepared of it.")
    int cancel(
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--reason",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = "Why, for the audit trail; it names nobody.")
                    String reason,
            @Option(names = "--json", description = "One JSON document on standard output.") boolean json)
            throws Exception {
        try (App app = session.open()) {
            Submission cancelled = app.answers().giveUp(app.queue().find(id).id(), reason);
            app.runner().tidy();
            show(List.of(cancelled), json);
            return ExitCode.DONE;
        }
    }

    @Command(name = "answer", description = "Answers what the receiver asks about a submission.")
    int answer(
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--text",
                            required = true,
                            paramLabel = "TEXT",
                            description = "The answer; it names nobody.")
                    String text,
            @Option(
                            names = "--correction",
                            paramLabel = "ID",
                            description = "The submission that sends what was asked for.")
                    @Nullable
                    String correction,
            @Option(names = "--json", description = "One JSON document on standard output.") boolean json)
            throws Exception {
        try (App app = session.open()) {
            UUID fix = correction == null ? null : app.queue().find(correction).id();
            show(List.of(app.answers().send(app.queue().find(id).id(), text, fix)), json);
            return ExitCode.DONE;
        }
    }

    @Command(name = "receipt", description = "Writes a submission's receipt as a PDF for the site binder.")
    int receipt(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PDF to write.") Path file)
            throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            SignedReceipt receipt = app.queue().find(id).receipt();
            if (receipt == null) {
                throw new ProblemException(new Problem.Unknown("receipt", id));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                ReceiptPdf.write(receipt, console.words()::say, Words.english()::say, out);
            } catch (IOException e) {
                throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
            }
            return ExitCode.DONE;
        }
    }

    /** A move that a person makes. */
    @FunctionalInterface
    private interface Move {
        Submission of(Queue queue, UUID id, String who) throws ProblemException;
    }

    private int move(@Nullable String id, boolean json, Move move, State target) throws Exception {
        try (App app = session.open()) {
            Queue queue = app.queue();
            List<Submission> moved = new ArrayList<>();
            if (id != null) {
                moved.add(move.of(queue, queue.find(id).id(), app.user()));
            } else {
                for (Submission each : queue.list()) {
                    if (concerns(each.state(), target)) {
                        moved.add(move.of(queue, each.id(), app.user()));
                    }
                }
            }
            show(moved, json);
            return ExitCode.DONE;
        }
    }

    private static boolean concerns(State state, State target) {
        return target == State.PAUSED
                ? state.isOpen()
                : state == State.PAUSED || state == State.WAITING || state == State.HELD;
    }

    private void show(List<Submission> submissions, boolean json) {
        Console console = session.console();
        if (json) {
            console.json(SubmissionView.documents(submissions));
        } else if (submissions.isEmpty()) {
            console.print(console.words().say("cli.queue.empty"));
        } else {
            submissions.forEach(each -> console.print(SubmissionView.line(each, console.words())));
        }
    }
}
