// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.PracticeStaysHere;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
    private @Nullable String to;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--only-new", description = "Leaves out what was sent before for this subject and visit.")
    private boolean onlyNew;

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
                    choice.draft(console).withReasons(reasons).withForm(form).to(destination());
            app.joining().add(choice.trialFile());
            if (draft.to() != null) {
                PracticeStaysHere.check(draft.trial().id(), draft.to());
            }
            if (onlyNew) {
                draft = app.sentBefore().onlyNew(draft);
            }
            List<Finding> findings = app.submissions().findings(draft);
            refuseReasonsForNothing(findings);
            Submission queued;
            try {
                queued = app.submissions().send(draft, app.user());
            } catch (ProblemException refused) {
                return refused(console, refused, findings);
            }
            FindingView.lines(findings, console.words()).forEach(console::say);
            Submission now;
            try (ProgressLine line = new ProgressLine(console)) {
                if (wait) {
                    URI receiver = draft.to() != null
                            ? draft.to()
                            : draft.trial().destination().url();
                    console.say(console.words().say("cli.submit.waiting", receiver));
                }
                now = wait
                        ? app.runner().runUntilSettled(queued.id(), line.progress(), line::waits)
                        : app.runner().prepare(queued.id(), line.progress());
            }
            report(console, now, findings);
            return SubmissionView.exitCode(now);
        }
    }

    /** What stands in the way is told once, first; then what is only good to know. */
    private int refused(Console console, ProblemException refused, List<Finding> findings) {
        int exit = console.failure(refused);
        List<Finding> rest = findings.stream()
                .filter(each -> each.severity() == Severity.NOTE)
                .toList();
        FindingView.lines(rest, console.words()).forEach(console::say);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("submission", null);
            document.put("receipt", null);
            document.put("findings", FindingView.documents(findings));
            console.json(document);
        }
        return exit;
    }

    private void refuseReasonsForNothing(List<Finding> findings) {
        for (String code : reasons.keySet()) {
            if (findings.stream().noneMatch(finding -> finding.code().equals(code))) {
                session.console().say(session.console().words().say("cli.reason-for-nothing", code));
            }
        }
    }

    /** The address given by hand: https, http on this computer only, or a folder. */
    private @Nullable URI destination() {
        String given = to;
        if (given == null) {
            return null;
        }
        CommandSpec here = Objects.requireNonNull(spec);
        try {
            URI address = URI.create(given);
            String scheme = String.valueOf(address.getScheme());
            String host = String.valueOf(address.getHost());
            boolean onThisComputer = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
            boolean secure = scheme.equals("https") && address.getHost() != null;
            if (scheme.equals("file") || secure || (scheme.equals("http") && onThisComputer)) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new ParameterException(
                    here.commandLine(), session.console().words().say("cli.bad-address", given), notAnAddress);
        }
        throw new ParameterException(
                here.commandLine(), session.console().words().say("cli.bad-address", given));
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
