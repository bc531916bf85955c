// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import org.trialcourier.app.App;
import org.trialcourier.check.Finding;
import org.trialcourier.deid.Preview.Refusal;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Place;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.Rechecks;
import org.trialcourier.ui.review.ReviewWork;
import org.trialcourier.work.Progress;

/** The long work behind the review of one draft. */
record DeskReview(App app, Draft draft, Rechecks rechecks) implements ReviewWork {
    @Override
    public List<Finding> findings(Progress progress) throws ProblemException, InterruptedException {
        return app.submissions().findings(draft, rechecks, progress);
    }

    @Override
    public List<Phrase> compared() throws ProblemException {
        return app.submissions().compared(draft);
    }

    @Override
    public boolean namesPatient(String text) throws ProblemException {
        return app.submissions().namesPatient(draft, text);
    }

    @Override
    public Preview preview(Progress progress) throws ProblemException, InterruptedException {
        var made = app.submissions().preview(draft, progress);
        return new Preview(made.rows(), made.refusals().stream().map(this::held).toList());
    }

    /** With its series as the tree names it; this is shown and never kept. */
    private Problem.HeldImage held(Refusal refusal) {
        Place place = draft.instances().get(refusal.number() - 1).place();
        return new Problem.HeldImage(refusal.number(), Phrase.of("finding.of-series", series(place), refusal.reason()));
    }

    static Phrase series(Place place) {
        Phrase kind =
                place.modality().isEmpty() ? Phrase.of("finding.series.unknown") : Phrase.verbatim(place.modality());
        String description = place.seriesDescription().reveal().strip();
        if (!description.isEmpty()) {
            return Phrase.of("held.series", kind, description);
        }
        String number = place.seriesNumber().reveal().strip();
        return number.isEmpty() ? Phrase.of("held.series.bare", kind) : Phrase.of("held.series.numbered", kind, number);
    }
}
