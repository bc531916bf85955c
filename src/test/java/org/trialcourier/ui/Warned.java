// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.check.Suggestion;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Catalog;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.subject.SubjectView;
import org.trialcourier.ui.subject.SubjectViewModel;
import org.trialcourier.work.DirectRunner;

/** The second step where all that can be said against the images and the subject is said at once. */
record Warned(Words words, Trial trial) implements SubjectViewModel.Suggest {
    Region page() {
        SubjectViewModel model = new SubjectViewModel(trial, this, new DirectRunner(), words);
        model.study(Samples.catalog("20261120", "Specimen"));
        model.subject().set(trial.subjects().get(3));
        SubjectView view = new SubjectView(model, words);
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox page = new VBox(
                view, Nodes.row("page-foot", Nodes.spring(), Nodes.button(words, "submission.next", () -> {})));
        page.getStyleClass().addAll("page", "with-foot");
        return page;
    }

    @Override
    public List<Suggestion> of(Catalog selection) {
        return List.of(suggestion(0, 1), suggestion(1, 1), suggestion(2, 0));
    }

    private Suggestion suggestion(int subject, int visit) {
        return new Suggestion(
                trial.subjects().get(subject),
                trial.visits().get(visit),
                1,
                List.of(
                        Phrase.of("suggestion.same-person"),
                        Phrase.of("suggestion.sex-agrees"),
                        Phrase.of(
                                "suggestion.asks-for", trial.visits().get(visit).name(), "CT")),
                doubts(Samples.catalog("20261120", "Specimen"), trial.subjects().get(subject)));
    }

    @Override
    public List<Finding> findings(Catalog selection) {
        Phrase said = Phrase.of("finding.burned-in.stopped");
        Finding one = new Finding("burned-in", Severity.BLOCK, said, said, List.of(), Finding.Remedy.LEAVE_OUT);
        return List.of(one, one, one, one, one);
    }

    @Override
    public List<Phrase> doubts(Catalog selection, Subject subject) {
        return List.of(
                Phrase.of("suggestion.other-subject"),
                Phrase.of("suggestion.sex-differs"),
                Phrase.of("suggestion.year-differs"));
    }
}
