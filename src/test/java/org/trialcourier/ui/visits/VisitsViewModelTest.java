// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.shared.Tone;
import org.trialcourier.work.DirectRunner;

class VisitsViewModelTest {
    private final List<Submission> queue = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final QueueFeed feed = new QueueFeed(new DirectRunner(), () -> List.copyOf(queue), Samples.clock());
    private final VisitsViewModel model = model(List.of(Samples.trial()));

    private VisitsViewModel model(List<Trial> trials) {
        return new VisitsViewModel(trials, feed, Samples.clock(), Words.english(), new VisitsViewModel.Moves() {
            @Override
            public void begin(String subject, String visit) {
                begun.add(subject + visit);
            }

            @Override
            public void ask(Query query) {
                begun.add(query.question());
            }

            @Override
            public void work(Trial trial) {
                begun.add(trial.id());
            }
        });
    }

    private VisitCell cell(int subject, int visit) {
        return model.rows().get(subject).cells().get(visit);
    }

    @Test
    void eachCellSaysWhereItsVisitStands() {
        assertThat(cell(0, 0).word()).isEqualTo("Received");
        assertThat(cell(0, 1).word()).isEqualTo("Closes in 5 d");
        assertThat(cell(0, 2).word()).isEqualTo("Opens in 47 d");
        assertThat(cell(1, 0).tone()).isEqualTo(Tone.BAD);
        assertThat(cell(2, 0).word()).isEqualTo("Not due");
    }

    @Test
    void whatThisComputerSendsShowsAtOnce() {
        queue.add(Samples.submission("014-0001", "W08", State.UPLOADING));
        feed.look();
        assertThat(cell(0, 1).word()).isEqualTo("Sending 50%");
        assertThat(cell(0, 1).startable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DRAFT", "QUEUED", "UPLOADING", "HELD", "RECEIVED", "REJECTED"})
    void aVisitAboutWhichSomethingIsAskedSaysSoWhateverWasSentSince(State since) {
        UUID asked = new UUID(0, 1);
        queue.add(Samples.submission(asked, "014-0001", "W08", State.QUERY, 1000, 1, null));
        queue.add(Samples.submission(new UUID(0, 2), "014-0001", "W08", since, 1000, 1, null));
        feed.look();
        assertThat(cell(0, 1).word()).isEqualTo("Question");
        assertThat(cell(0, 1).query()).extracting(Query::submission).isEqualTo(asked);
    }

    @Test
    void onceNothingIsAskedTheLatestSubmissionIsShown() {
        queue.add(Samples.submission(new UUID(0, 1), "014-0001", "W08", State.RECEIVED, 1000, 1, null));
        queue.add(Samples.submission(new UUID(0, 2), "014-0001", "W08", State.UPLOADING, 500, 1, null));
        feed.look();
        assertThat(cell(0, 1).word()).isEqualTo("Sending 50%");
    }

    @Test
    void aClickBeginsASubmissionWhereThatMakesSense() {
        model.begin(cell(0, 1));
        model.begin(cell(0, 0));
        assertThat(begun).containsExactly("014-0001W08");
    }

    @Test
    void theSummaryCountsWhatClosesSoon() {
        assertThat(model.summary().get()).isEqualTo("1 visit closes this week, none by tomorrow, 3 overdue");
    }

    @Test
    void theSummarySaysThatItCountsTheVisitsOfOtherTrialsToo() {
        assertThat(model(List.of(Samples.trial(), Samples.trial())).summary().get())
                .isEqualTo("2 visits close this week, none by tomorrow, 6 overdue; "
                        + "all 2 trials of this computer together");
    }

    @Test
    void whereVisitsAreNotSeenTheSummaryCountsNone() {
        feed.lost().set(true);
        assertThat(model.summary().get()).isEqualTo("How many visits still close soon is not known");
        feed.lost().set(false);
        assertThat(model.summary().get()).startsWith("1 visit closes this week");
    }
}
