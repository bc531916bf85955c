// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.ui.history.HistoryRow.Proof;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class HistoryViewModelTest {
    private final List<Submission> queue = new ArrayList<>();
    private final QueueFeed feed = new QueueFeed(new DirectRunner(), () -> List.copyOf(queue), Samples.clock());
    private final HistoryViewModel model =
            new HistoryViewModel(feed, new HistoryRows(Words.english(), Samples.trial()));

    @Test
    void onlySettledSubmissionsAreHistory() {
        queue.add(Samples.submission("014-0001", "W08", State.UPLOADING));
        queue.add(Samples.submission("014-0002", "W08", State.RECEIVED));
        queue.add(Samples.submission("014-0003", "W08", State.CANCELLED));
        feed.look();
        assertThat(model.rows()).extracting(HistoryRow::subject).containsExactly("014-0002", "014-0003");
    }

    @Test
    void visitsHaveTheirNamesAndOldOnesTheirIds() {
        queue.add(Samples.submission("014-0002", "W08", State.RECEIVED));
        queue.add(Samples.submission("014-0003", "GONE", State.RECEIVED));
        feed.look();
        assertThat(model.rows()).extracting(HistoryRow::visit).containsExactlyInAnyOrder("Week 8", "GONE");
    }

    @Test
    void theNewestIsChosenUntilAnotherIs() {
        queue.add(Samples.submission("014-0002", "W08", State.RECEIVED));
        feed.look();
        assertThat(model.chosen().get()).isEqualTo(model.rows().getFirst());
        queue.add(Samples.submission("014-0003", "W08", State.RECEIVED));
        feed.look();
        assertThat(model.chosen().get())
                .isNotNull()
                .extracting(HistoryRow::subject)
                .isEqualTo("014-0002");
    }

    @Test
    void receivedWithoutAReceiptIsStoredButNotProven() {
        queue.add(Samples.submission("014-0002", "W08", State.RECEIVED));
        queue.add(Samples.submission("014-0003", "W08", State.CANCELLED));
        feed.look();
        assertThat(model.rows()).extracting(HistoryRow::proof).containsExactly(Proof.STORED, Proof.NONE);
    }
}
