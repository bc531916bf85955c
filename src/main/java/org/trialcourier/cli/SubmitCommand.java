// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.check.Finding;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks, prepares and queues a submission; with {@code --wait} stays until it is received or needs a person. */
@Command(name = "submit", description = "Checks, prepares and queues images for a subject and visit.")
final class SubmitCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private VisitChoice choice = new VisitChoice();

    @Option(
            names = "--reason",
            paramLabel = "FINDING=TEXT",
            description = "Why to send in spite of a finding; may be given several times.")
    private Map<String, String> reasons = new LinkedHashMap<>();

    @Option(names = "--form", paramLabel = "FIELD=ANSWER", description = "An answer to one of the trial's questions.")
    private Map<String, String> form = new LinkedHashMap<>();

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Another destination than the trial's: a tus endpoint, or a file: folder.")
    private @Nullable URI to;

    @Option(names = "--wait", description = "Stays until the submission is received or needs a person.")
    private boolean wait;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    SubmitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            Draft draft =
                    choice.draft(console).withReasons(reasons).withForm(form).to(to);
            app.trials().keep(choice.trialFile());
            List<Finding> findings = app.submissions().findings(draft);
            FindingView.lines(findings, console.words()).forEach(console::say);
            Submission queued = app.submissions().send(draft, app.user());
            Submission now;
            try (ProgressLine line = new ProgressLine(console)) {
                now = wait
                        ? app.runner().runUntilSettled(queued.id(), line.progress())
                        : app.runner().prepare(queued.id(), line.progress());
            }
            report(console, now, findings);
            return SubmissionView.exitCode(now);
        }
    }

    private void report(Console console, Submission submission, List<Finding> findings) {
        submission.problem().ifPresent(console::problem);
        if (json) {
            Map<String, Object> document = SubmissionView.outcome(submission);
            document.put("findings", FindingView.documents(findings));
            console.json(document);
            return;
        }
        console.print(SubmissionView.line(submission, console.words()));
        if (submission.state().isOpen()) {
            console.print(console.words().say("cli.submit.in-queue"));
        }
    }
}
