// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.ui.review.ReviewView;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.review.ReviewWork;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Progress;

/** The third step where images of eight series cannot be made safe, and a reason names the patient. */
record HeldReview(Words words) implements ReviewWork {
    private static final int SERIES = 8;

    Region page() {
        ReviewViewModel model = new ReviewViewModel(new DirectRunner(), new ManualTicker(), Samples.clock(), words);
        model.review(this);
        model.findings().getFirst().reason().set("Specimen moved");
        ReviewView view = new ReviewView(model, new Region(), words, remedy -> {});
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox page = new VBox(
                view, Nodes.row("page-foot", Nodes.spring(), Nodes.button(words, "submission.next", () -> {})));
        page.getStyleClass().addAll("page", "with-foot");
        return page;
    }

    @Override
    public List<Finding> findings(Progress progress) {
        Phrase said = Phrase.of("finding.sent-before.all", 41, Phrase.of("count.images", 41), "014-0001", "Week 8");
        return List.of(new Finding("sent-before", Severity.REASON, said, said, List.of(), Finding.Remedy.CHOOSE_AGAIN));
    }

    @Override
    public List<Phrase> compared() {
        return List.of(Phrase.of("compared.sex"), Phrase.of("compared.sent"));
    }

    @Override
    public boolean namesPatient(String text) {
        return text.contains("Specimen");
    }

    @Override
    public Preview preview(Progress progress) {
        return new Preview(
                List.of(),
                IntStream.range(0, SERIES * 3)
                        .mapToObj(i -> new Problem.HeldImage(
                                i + 1,
                                Phrase.of(
                                        "finding.of-series",
                                        DeskReview.series(Samples.place("Specimen", "9", "20261120", "" + i / 3, "CT")),
                                        Phrase.of("held.unseen"))))
                        .toList());
    }
}
