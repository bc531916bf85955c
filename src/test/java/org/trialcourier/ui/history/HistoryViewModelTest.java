// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
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
    private final HistoryViewModel model = new HistoryViewModel(
            feed, new HistoryRows(Words.english(), Samples.trial()), this::write, new DirectRunner());
    private final List<String> written = new ArrayList<>();

    private void write(UUID submission, Path file) throws ProblemException {
        if (file.endsWith("full.pdf")) {
            throw new ProblemException(new Problem.Unwritable("full.pdf", "no space"));
        }
        written.add(submission + " " + file);
    }

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
    void theShownReceiptIsSavedAndTheWindowSaysSo() {
        queue.add(Samples.submission("014-0002", "W08", State.RECEIVED));
        feed.look();
        HistoryRow row = model.rows().getFirst();
        assertThat(HistoryViewModel.fileName(row)).isEqualTo("receipt 014-0002 Week 8.pdf");
        model.save(Path.of("binder", "one.pdf"));
        assertThat(written).containsExactly(row.id() + " " + Path.of("binder", "one.pdf"));
        assertThat(model.saved().get()).isEqualTo("one.pdf");
        model.save(Path.of("full.pdf"));
        assertThat(model.problem().get()).isInstanceOf(Problem.Unwritable.class);
        assertThat(model.saved().get()).isEmpty();
    }

    @Test
    void receivedWithoutAReceiptIsStoredButNotProven() {
        queue.add(Samples.submission("014-0002", "W08", State.RECEIVED));
        queue.add(Samples.submission("014-0003", "W08", State.CANCELLED));
        feed.look();
        assertThat(model.rows()).extracting(HistoryRow::proof).containsExactly(Proof.STORED, Proof.NONE);
    }
}
