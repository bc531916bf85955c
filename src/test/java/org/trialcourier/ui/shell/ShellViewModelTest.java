// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class ShellViewModelTest {
    private final List<Submission> queue = new ArrayList<>();
    private boolean broken;
    private final QueueFeed feed = new QueueFeed(new DirectRunner(), this::list, Samples.clock());
    private final ShellViewModel model = new ShellViewModel(feed);

    private List<Submission> list() {
        if (broken) {
            throw new IllegalStateException("the queue cannot be read");
        }
        return List.copyOf(queue);
    }

    private Safety lightFor(State state, int parts) {
        queue.clear();
        queue.add(Samples.submission(UUID.randomUUID(), "014-0001", "W08", state, 0, parts, null));
        feed.look();
        return model.safety().get();
    }

    /** The light tries to lie in every state: as long as parts are missing, the disc must stay. */
    @ParameterizedTest
    @EnumSource(State.class)
    void theDiscMustStayWhileImagesAreNotSealed(State state) {
        boolean settledForGood =
                state == State.RECEIVED || state == State.CANCELLED || state == State.REJECTED || state == State.QUERY;
        assertThat(lightFor(state, 0)).isEqualTo(settledForGood ? Safety.SAFE : Safety.KEEP_DISC);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void theDiscMayGoOnceAllIsSealed(State state) {
        assertThat(lightFor(state, 2)).isIn(Safety.SAFE, Safety.SEALED, Safety.KEEP_DISC);
        boolean open = state.isOpen() || state == State.PAUSED;
        assertThat(lightFor(state, 2)).isEqualTo(open ? Safety.SEALED : Safety.SAFE);
    }

    @Test
    void chosenImagesThatAreNotSentAreSaid() {
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.SAFE);
        model.draft().set(true);
        assertThat(model.safety().get()).isEqualTo(Safety.DRAFT);
    }

    @Test
    void aQueueThatCannotBeReadIsNeverSafe() {
        feed.look();
        broken = true;
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.UNKNOWN);
        broken = false;
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.SAFE);
    }

    @Test
    void theConnectionIsWhatTheQueueHasSeen() {
        model.work(Samples.trial(), false);
        assertThat(model.connection().get()).isEqualTo(Connection.IDLE);
        queue.add(Samples.submission(
                UUID.randomUUID(), "014-0001", "W08", State.WAITING, 0, 2, new Problem.Offline("host", "")));
        feed.look();
        assertThat(model.connection().get()).isEqualTo(Connection.OFFLINE);
        queue.add(Samples.submission("014-0002", "W08", State.UPLOADING));
        feed.look();
        assertThat(model.connection().get()).isEqualTo(Connection.ONLINE);
        assertThat(model.waiting().get()).isEqualTo(2);
    }

    @Test
    void withoutATrialThereIsNoConnection() {
        assertThat(model.connection().get()).isEqualTo(Connection.NONE);
    }
}
