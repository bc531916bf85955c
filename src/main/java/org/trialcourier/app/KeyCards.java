// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.trialcourier.audit.KeyCardPdf;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.KeyCard;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;

/**
 * Carries trial keys between the workstations of a site: with one key a subject has the same new UIDs and the same days
 * from each of them. Both ways stand in the audit trail.
 */
public final class KeyCards {
    private final App app;

    KeyCards(App app) {
        this.app = app;
    }

    /** Writes the key of a trial as a page to print. */
    public void print(Trial trial, Path pdf, Words words) throws ProblemException {
        String site = trial.site().id();
        KeyCard card = new KeyCard(trial.id(), site, app.keys().of(trial.id(), site));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            KeyCardPdf.write(trial.id(), site, card.groups(), words::say, Words.english()::say, page);
            Files.write(pdf, page.toByteArray());
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(pdf.toString(), String.valueOf(e.getMessage())), e);
        }
        note("trial.key-card", trial);
    }

    /**
     * Takes the key of a typed card.
     *
     * @throws ProblemException {@code NoKeyCard} where it is mistyped or of another trial or site; {@code TrialKeyInUse}
     *     where submissions went out from here under another key
     */
    public void take(Trial trial, String typed) throws ProblemException {
        String site = trial.site().id();
        KeyCard card = KeyCard.read(trial.id(), site, typed);
        long sent = app.queue().list().stream()
                .filter(each -> each.trial().equals(trial.id()) && each.site().equals(site))
                .count();
        if (sent > 0 && !app.keys().isUsed(card)) {
            throw new ProblemException(new Problem.TrialKeyInUse(trial.id(), sent));
        }
        app.keys().take(card);
        note("trial.key-taken", trial);
    }

    private void note(String what, Trial trial) throws ProblemException {
        app.queue()
                .audit()
                .record(
                        app.user(),
                        what,
                        Map.of("trial", trial.id(), "site", trial.site().id()));
    }
}
