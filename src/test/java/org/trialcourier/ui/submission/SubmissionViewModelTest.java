// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.problem.Phrase;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Instance;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.Selection;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.images.ImagesViewModel;
import org.trialcourier.ui.review.NothingFound;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.send.SendViewModel;
import org.trialcourier.ui.send.SendWork;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.subject.SubjectViewModel;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Progress;

/** Leaving out what was sent before takes a while, in which the person may choose something else. */
class SubmissionViewModelTest {
    private final Trial trial = Samples.trial();
    private final Words words = Words.english();
    private final ManualTicker ticker = new ManualTicker();
    private final List<Draft> reviewed = new ArrayList<>();
    private final List<Draft> asked = new ArrayList<>();
    private final List<Consumer<Draft>> answers = new ArrayList<>();
    private final SourceViewModel source = new SourceViewModel(
            (sources, progress, listener) -> Samples.catalog("20261120", "Specimen"),
            new DirectRunner(),
            ticker,
            words);
    private final SubjectViewModel subject =
            new SubjectViewModel(trial, selection -> List.of(), new DirectRunner(), words);
    private final ReviewViewModel review = new ReviewViewModel(new DirectRunner(), ticker, Samples.clock(), words);
    private final SubmissionViewModel model = new SubmissionViewModel(
            trial,
            new SubmissionViewModel.Steps(
                    source,
                    subject,
                    review,
                    new ImagesViewModel(
                            (spot, adjustment) -> {
                                throw new IllegalStateException("nothing is drawn");
                            },
                            (series, progress) -> {
                                throw new IllegalStateException("nothing is looked at");
                            },
                            new HeldRunner()),
                    new SendViewModel(trial, new NoSending(), new DirectRunner(), words, sent -> {})),
            draft -> {
                reviewed.add(draft);
                return new NothingFound() {
                    @Override
                    public List<Finding> findings(Progress progress) {
                        return List.of(new Finding(
                                "outside-window",
                                Severity.REASON,
                                Phrase.verbatim("too early"),
                                Phrase.verbatim("safe"),
                                List.of(),
                                Finding.Remedy.EXPLAIN));
                    }
                };
            },
            (draft, rest) -> {
                asked.add(draft);
                answers.add(rest);
            });

    private static final class NoSending implements SendWork {
        @Override
        public boolean pinIsChosen() {
            return true;
        }

        @Override
        public void choosePin(String pin) {
            throw new IllegalStateException("nobody signs");
        }

        @Override
        public boolean pinMatches(String pin) {
            return false;
        }

        @Override
        public Submission send(Draft draft) {
            throw new IllegalStateException("nobody sends");
        }
    }

    @BeforeEach
    void chooses() {
        source.add(List.of(Path.of("disc")));
        subject.choose("014-0001", "W08");
    }

    /** Answers the question asked last but {@code back}: only the first image is new. */
    private Draft answer(int back) throws Exception {
        Draft whole = asked.get(asked.size() - 1 - back);
        Instance first = whole.images().instances().findFirst().orElseThrow();
        Draft rest = Draft.of(
                trial,
                whole.subject(),
                whole.visit(),
                Selection.ofInstances(whole.images(), each -> each.equals(first)));
        answers.get(answers.size() - 1 - back).accept(rest);
        return rest;
    }

    private String typed() {
        return review.findings().getFirst().reason().get();
    }

    @Test
    void aReasonIsKeptWhileTheSameImagesAreReviewedAgain() {
        model.open(new Step.Review());
        review.findings().getFirst().reason().set("The scanner was broken that week");
        subject.choose("014-0001", "W16");
        model.open(new Step.Subject());
        model.open(new Step.Review());
        assertThat(typed()).isEqualTo("The scanner was broken that week");
    }

    @Test
    void aReasonForSomeImagesIsNoneForTheNext() {
        model.open(new Step.Review());
        review.findings().getFirst().reason().set("The scanner was broken that week");
        model.clear();
        chooses();
        model.open(new Step.Review());
        assertThat(typed()).as("after it was sent or put away").isEmpty();
        review.findings().getFirst().reason().set("The scanner was broken that week");
        source.clear();
        source.add(List.of(Path.of("other disc")));
        model.open(new Step.Source());
        model.open(new Step.Review());
        assertThat(typed()).as("after other images were chosen").isEmpty();
    }

    @Test
    void onlyWhatIsNewIsReviewed() throws Exception {
        model.keepOnlyNew();
        assertThat(reviewed).as("nothing before the answer").isEmpty();
        Draft rest = answer(0);
        assertThat(reviewed).singleElement().satisfies(draft -> assertThat(
                        draft.images().instances())
                .containsExactlyElementsOf(rest.images().instances().toList()));
    }

    @Test
    void anAnswerAboutWhatIsNoLongerChosenIsThrownAway() throws Exception {
        model.keepOnlyNew();
        subject.choose("014-0001", "W16");
        answer(0);
        assertThat(reviewed).as("the answer was about another visit").isEmpty();
        model.keepOnlyNew();
        assertThat(asked).as("asked anew, for the visit chosen now").hasSize(2);
        assertThat(asked.getLast().visit().id()).isEqualTo("W16");
        answer(1);
        assertThat(reviewed).as("the old answer, late").isEmpty();
        answer(0);
        assertThat(reviewed)
                .singleElement()
                .satisfies(draft -> assertThat(draft.images().instances()).hasSize(1));
    }
}
