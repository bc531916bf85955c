// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.check.Suggestion;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.subject.VisitChoice.Fit;
import org.trialcourier.work.DirectRunner;

class SubjectViewModelTest {
    private final SubjectViewModel model = new SubjectViewModel(
            Samples.trial(),
            selection -> List.of(new Suggestion(
                    Samples.trial().subjects().getFirst(),
                    Samples.trial().visits().get(1),
                    1,
                    List.of(Phrase.verbatim("the study lies in the window")),
                    List.of())),
            new DirectRunner(),
            Words.english());

    private void choose(int subject) {
        model.subject().set(model.subjects().get(subject));
    }

    @Test
    void theOnlyVisitThatFitsIsChosenAtOnce() {
        model.study(Samples.catalog("20261120", "Specimen"));
        choose(0);
        assertThat(model.visit().get()).isNotNull().extracting(VisitChoice::id).isEqualTo("W08");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void eachVisitIsExplainedAgainstTheDayOfTheStudy() {
        model.study(Samples.catalog("20261120", "Specimen"));
        choose(0);
        assertThat(model.visits()).extracting(VisitChoice::fit).containsExactly(Fit.RECEIVED, Fit.INSIDE, Fit.OUTSIDE);
        assertThat(model.visits().get(2).why()).isEqualTo("study of 2026-11-20 is 49 days too early");
    }

    @Test
    void suggestionsComeWithTheirWhyAndGoWithTheImages() {
        model.study(Samples.catalog("20261120", "Specimen"));
        assertThat(model.suggestions()).hasSize(1);
        assertThat(model.suggestions().getFirst().title()).isEqualTo("014-0001 · Week 8");
        assertThat(model.suggestions().getFirst().why()).isEqualTo("the study lies in the window");
        model.study(new Catalog(List.of(), List.of(), 0));
        assertThat(model.suggestions()).isEmpty();
    }

    /** Without the queue nobody knows what was sent before: no suggestion is not the same as none found. */
    @Test
    void whereNothingCanBeSuggestedThisIsSaid() {
        SubjectViewModel blind = new SubjectViewModel(
                Samples.trial(),
                selection -> {
                    throw new ProblemException(new Problem.StoreNewer());
                },
                new DirectRunner(),
                Words.english());
        blind.study(Samples.catalog("20261120", "Specimen"));
        assertThat(blind.unseen().get())
                .isEqualTo("Nothing can be suggested, and not everything can be checked at this step."
                        + " A newer TrialCourier was used on this computer before.");
        blind.clear();
        assertThat(blind.unseen().get()).isEmpty();
    }

    @Test
    void aLateStudySaysByHowManyDays() {
        model.study(Samples.catalog("20261120", "Specimen"));
        choose(1);
        assertThat(model.visits().get(1).why()).isEqualTo("study of 2026-11-20 is 79 days too late");
        assertThat(model.visit().get()).isNull();
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aSubjectWithoutDayZeroHasNoFixedDays() {
        model.study(Samples.catalog("20261120", "Specimen"));
        choose(2);
        assertThat(model.visits()).extracting(VisitChoice::fit).containsOnly(Fit.UNKNOWN);
    }

    @Test
    void aStudyWithoutADateSaysSo() {
        model.study(Samples.catalog("", "Specimen"));
        choose(1);
        assertThat(model.visits().getFirst().why()).isEqualTo("study without a date");
    }

    @Test
    void searchingNarrowsAndASingleHitIsChosen() {
        model.search().set("0002");
        assertThat(model.subjects()).hasSize(1);
        assertThat(model.subject().get()).isNotNull();
        model.search().set("no such subject");
        assertThat(model.subjects()).isEmpty();
    }

    @Test
    void whatSpeaksAgainstTheChosenSubjectIsToldAtOnceAndGoesWithTheChoice() {
        SubjectViewModel doubtful = new SubjectViewModel(
                Samples.trial(),
                new SubjectViewModel.Suggest() {
                    @Override
                    public List<Suggestion> of(Catalog selection) {
                        return List.of();
                    }

                    @Override
                    public List<Phrase> doubts(Catalog selection, Subject subject) {
                        return subject.id().equals("014-0002")
                                ? List.of(Phrase.of("suggestion.sex-differs"), Phrase.of("suggestion.year-differs"))
                                : List.of();
                    }
                },
                new DirectRunner(),
                Words.english());
        doubtful.study(Samples.catalog("20261120", "Specimen"));
        doubtful.choose("014-0002", "W08");
        assertThat(doubtful.doubt().get())
                .isEqualTo("These may not be the images of 014-0002: the sex differs, the year of birth differs.");
        doubtful.choose("014-0001", "W08");
        assertThat(doubtful.doubt().get()).isEmpty();
    }

    @Test
    void theVisitBoardChoosesBoth() {
        model.choose("014-0001", "W16");
        assertThat(model.subject().get()).isNotNull().extracting(s -> s.id()).isEqualTo("014-0001");
        assertThat(model.visit().get()).isNotNull().extracting(VisitChoice::id).isEqualTo("W16");
    }
}
