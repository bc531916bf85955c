// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class NoticesTest {
    private final List<Submission> queue = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final QueueFeed feed = new QueueFeed(new DirectRunner(), () -> List.copyOf(queue), Samples.clock());

    private void look(State state) {
        queue.clear();
        queue.add(Samples.submission("014-0001", "W08", state));
        feed.look();
    }

    @Test
    void whatHappensIsToldOnceAndWhatWasThereIsNoNews() {
        look(State.RECEIVED);
        Notices.watch(feed, Words.english(), sent -> "Week 8", notice -> heard.add(notice.text()));
        feed.look();
        assertThat(heard).isEmpty();
        look(State.QUERY);
        feed.look();
        assertThat(heard).containsExactly("014-0001 · Week 8: Question");
    }

    @Test
    void stepsOnTheWayAreNoNews() {
        Notices.watch(feed, Words.english(), sent -> "Week 8", notice -> heard.add(notice.text()));
        look(State.QUEUED);
        look(State.PREPARING);
        look(State.UPLOADING);
        look(State.RECEIVED);
        assertThat(heard).containsExactly("014-0001 · Week 8: Received");
    }
}
