// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import org.trialcourier.check.Finding.Remedy;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.SubjectVisit;
import org.trialcourier.trial.Visit;

/** Whether the trial expects images of the visit at all: it may be noted as not done, or another workstation sent some. */
final class StandingCheck implements Check {

    @Override
    public void run(Selection selection, Findings findings) {
        Subject subject = selection.subject();
        Visit visit = selection.visit();
        SubjectVisit known =
                subject == null || visit == null ? null : subject.visits().get(visit.id());
        if (subject == null || visit == null || known == null) {
            return;
        }
        if (known.status() == SubjectVisit.Status.NOT_DONE) {
            Phrase words = known.reason().isBlank()
                    ? Phrase.of("finding.visit-not-done", visit.name(), subject.id())
                    : Phrase.of("finding.visit-not-done.because", visit.name(), subject.id(), known.reason());
            findings.add(Codes.VISIT_NOT_DONE, Severity.REASON, Remedy.CHOOSE_AGAIN, words, selection.series());
        } else if (known.status() == SubjectVisit.Status.RECEIVED && !isSentFromHere(selection, subject, visit)) {
            findings.add(
                    Codes.VISIT_RECEIVED,
                    Severity.NOTE,
                    Remedy.CHOOSE_AGAIN,
                    Phrase.of("finding.visit-received", visit.name(), subject.id()),
                    selection.series());
        }
    }

    /** Of what was sent from here each image is known: other findings tell more. */
    private static boolean isSentFromHere(Selection selection, Subject subject, Visit visit) {
        return selection.input().memory().sent().stream()
                .anyMatch(sent ->
                        sent.subject().equals(subject.id()) && sent.visit().equals(visit.id()));
    }
}
