// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialcourier.app.App;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.check.Finding;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Patient;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.Selection;
import org.trialcourier.text.Words;
import org.trialcourier.wire.SignedReceipt;

/** The whole job on the synthetic disc, in the terminal. */
final class PracticeJob {
    private final Session session;

    PracticeJob(Session session) {
        this.session = session;
    }

    int run(boolean json) throws Exception {
        Console console = session.console();
        Words words = console.words();
        try (PracticeMode practice = PracticeMode.start(session.options())) {
            App app = practice.app();
            console.say(words.say("cli.demo.begin", practice.folder()));
            Catalog disc = new Sources(console).images(List.of(practice.disc()));
            Catalog chosen = Selection.of(disc, (study, series) -> belongs(disc, study.uid()));
            Draft draft = practice.draft(chosen);
            List<Finding> findings = app.submissions().findings(draft);
            FindingView.lines(findings, words).forEach(console::say);
            Draft explained = draft.withReasons(reasons(findings, words));
            Submission queued = app.submissions().send(explained, app.user());
            Submission settled;
            try (ProgressLine line = new ProgressLine(console)) {
                settled = app.runner().runUntilSettled(queued.id(), line.progress(), line::waits);
            }
            settled.problem().ifPresent(console::problem);
            if (json) {
                console.json(SubmissionView.outcome(settled));
            } else {
                print(console, settled, practice);
            }
            return SubmissionView.exitCode(settled);
        }
    }

    /** The practice disc's first CT study; the images of the other patients stay where they are. */
    private static boolean belongs(Catalog disc, String studyUid) {
        for (Patient patient : disc.patients()) {
            for (var study : patient.studies()) {
                if (study.modalities().contains("CT")) {
                    return study.uid().equals(studyUid);
                }
            }
        }
        return false;
    }

    private static Map<String, String> reasons(List<Finding> findings, Words words) {
        Map<String, String> reasons = new TreeMap<>();
        findings.stream()
                .filter(Finding::needsReason)
                .forEach(finding -> reasons.put(finding.code(), words.say("cli.demo.reason")));
        return reasons;
    }

    private static void print(Console console, Submission submission, PracticeMode practice) {
        Words words = console.words();
        console.print(SubmissionView.line(submission, words));
        SignedReceipt signed = submission.receipt();
        if (signed == null) {
            return;
        }
        var receipt = signed.receipt();
        console.print("");
        console.print(words.say("cli.receipt.title"));
        console.print(words.say("cli.receipt.submission", receipt.submission().toString()));
        console.print(
                words.say("cli.receipt.visit", receipt.trial(), receipt.site(), receipt.subject(), receipt.visit()));
        console.print(words.say(
                "cli.receipt.counts",
                receipt.instances(),
                receipt.payloadFiles(),
                words.formats().bytes(receipt.payloadBytes()),
                receipt.parts()));
        console.print(words.say("cli.receipt.manifest", receipt.manifestSha256()));
        console.print(words.say("cli.receipt.when", receipt.receivedAt(), receipt.receiver()));
        console.print(words.say("cli.receipt.signature", signed.algorithm(), signed.signature()));
        console.print(words.say("cli.receipt.stored", practice.stored(receipt.submission())));
    }
}
