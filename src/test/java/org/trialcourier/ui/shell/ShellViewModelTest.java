// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class ShellViewModelTest {
    private final List<Submission> queue = new ArrayList<>();
    private final Set<UUID> needing = new HashSet<>();
    private boolean broken;
    private final QueueFeed feed = new QueueFeed(new DirectRunner(), this::list, () -> needing, Samples.clock());
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

    /** The light is tempted to lie in every state: as long as parts are missing, the disc must stay. */
    @ParameterizedTest
    @EnumSource(State.class)
    void theDiscMustStayWhileImagesAreNotSealed(State state) {
        Safety expected =
                switch (state) {
                    case RECEIVED, CANCELLED -> Safety.SAFE;
                    case REJECTED, QUERY -> Safety.NEEDS_YOU;
                    case HELD, PAUSED -> Safety.KEEP_HELD;
                    default -> Safety.KEEP_DISC;
                };
        assertThat(lightFor(state, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void theDiscMayGoOnceAllIsSealedAndOnlyWhatIsReceivedNeedsNobody(State state) {
        Safety expected =
                switch (state) {
                    case RECEIVED, CANCELLED, DRAFT -> Safety.SAFE;
                    case PAUSED, HELD, QUERY, REJECTED -> Safety.NEEDS_YOU;
                    case PREPARING -> Safety.KEEP_DISC;
                    case QUEUED, WAITING, UPLOADING, VERIFYING -> Safety.SEALED;
                };
        assertThat(lightFor(state, 2)).isEqualTo(expected);
    }

    /** Parts were lost and the disc was named again: the seal of the first time must not make the light green. */
    @Test
    void theDiscMustStayWhileLostPartsAreMadeAgain() {
        Submission again = Samples.submission("014-0001", "W08", State.QUEUED);
        queue.add(again);
        needing.add(again.id());
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.KEEP_DISC);
        needing.clear();
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.SEALED);
    }

    @Test
    void beforeTheFirstLookNothingIsSafe() {
        assertThat(model.safety().get()).isEqualTo(Safety.UNKNOWN);
    }

    @Test
    void betweenSendAndTheQueueNothingIsSafe() {
        feed.look();
        Submission sent = Samples.submission("014-0001", "W08", State.QUEUED);
        model.expect(sent.id());
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.UNKNOWN);
        queue.add(sent);
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.SEALED);
    }

    @Test
    void anAnswerThatDoesNotComeMakesTheOldOneDoubtful() {
        HeldRunner slow = new HeldRunner();
        Instant[] now = {Samples.NOW};
        QueueFeed stuck = new QueueFeed(slow, this::list, () -> now[0]);
        ShellViewModel light = new ShellViewModel(stuck);
        stuck.look();
        slow.release();
        assertThat(light.safety().get()).isEqualTo(Safety.SAFE);
        stuck.look();
        now[0] = now[0].plusSeconds(6);
        stuck.look();
        assertThat(light.safety().get()).isEqualTo(Safety.UNKNOWN);
        slow.release();
        assertThat(light.safety().get()).isEqualTo(Safety.SAFE);
    }

    @Test
    void chosenImagesThatAreNotSentAreSaid() {
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.SAFE);
        model.draft().set(true);
        assertThat(model.safety().get()).isEqualTo(Safety.DRAFT);
    }

    /** The queue was damaged: an empty new one says nothing about what was in the old one. */
    @Test
    void sendingThatStandsStillIsNotCalledOnline() {
        model.work(Samples.trial(), false);
        assertThat(lightFor(State.VERIFYING, 1)).isEqualTo(Safety.SEALED);
        assertThat(model.connection().get()).isEqualTo(Connection.ONLINE);
        feed.follow(() -> Optional.of(new Problem.DiskFull(2, 1)));
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.NEEDS_YOU);
        assertThat(model.connection().get()).isEqualTo(Connection.STANDING);
    }

    @Test
    void anEmptyQueueInPlaceOfADamagedOneIsNotSafe() {
        feed.look();
        feed.lost().set(true);
        assertThat(model.safety().get()).isEqualTo(Safety.DAMAGED);
        lightFor(State.PREPARING, 0);
        assertThat(model.safety().get()).as("what is known comes first").isEqualTo(Safety.KEEP_DISC);
    }

    @Test
    void whatGoesOnIsKnownAlsoWhereSomethingElseNeedsAPerson() {
        queue.add(Samples.submission("014-0001", "W08", State.PAUSED));
        feed.look();
        assertThat(model.isMoving()).isFalse();
        queue.add(Samples.submission("014-0002", "W08", State.UPLOADING));
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.NEEDS_YOU);
        assertThat(model.isMoving()).isTrue();
    }

    @Test
    void aQueueThatCannotBeReadIsNeverSafe() {
        feed.look();
        broken = true;
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.UNREADABLE);
        assertThat(model.unreadable().get()).isInstanceOf(Problem.Unexpected.class);
        broken = false;
        feed.look();
        assertThat(model.safety().get()).isEqualTo(Safety.SAFE);
        assertThat(model.unreadable().get()).isNull();
    }

    @Test
    void theConnectionIsWhatTheQueueHasSeen() {
        model.work(Samples.trial(), false);
        assertThat(model.connection().get()).as("nobody looked yet").isEqualTo(Connection.UNKNOWN);
        feed.look();
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

    /** "Nothing to send" is never said of a queue that has something to send. */
    @ParameterizedTest
    @EnumSource(State.class)
    void beforeTheReceiverAnsweredTheConnectionIsNotKnown(State state) {
        model.work(Samples.trial(), false);
        queue.add(Samples.submission(UUID.randomUUID(), "014-0001", "W08", state, 0, 2, null));
        feed.look();
        Connection expected =
                switch (state) {
                    case RECEIVED, CANCELLED, DRAFT -> Connection.IDLE;
                    case PAUSED, HELD, QUERY, REJECTED -> Connection.STANDING;
                    case QUEUED, PREPARING, UPLOADING, WAITING -> Connection.UNKNOWN;
                    case VERIFYING -> Connection.ONLINE;
                };
        assertThat(model.connection().get()).isEqualTo(expected);
        broken = true;
        feed.look();
        assertThat(model.connection().get()).isEqualTo(Connection.UNKNOWN);
    }

    @Test
    void withoutATrialThereIsNoConnection() {
        assertThat(model.connection().get()).isEqualTo(Connection.NONE);
    }
}
