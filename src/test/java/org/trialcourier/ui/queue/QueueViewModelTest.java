// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.settings.Settings;
import org.trialcourier.text.Words;
import org.trialcourier.ui.queue.QueueRow.Action;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class QueueViewModelTest {
    private final List<Submission> queue = new ArrayList<>();
    private final List<String> wishes = new ArrayList<>();
    private Instant now = Samples.NOW;
    private final QueueFeed feed = new QueueFeed(new DirectRunner(), () -> List.copyOf(queue), () -> now);
    private Settings settings = Settings.defaults();
    private final LimitsWork limits = new LimitsWork() {
        @Override
        public Settings settings() {
            return settings;
        }

        @Override
        public void change(UnaryOperator<Settings> change) {
            settings = change.apply(settings);
        }
    };
    private final QueueViewModel model = new QueueViewModel(
            feed,
            new QueueViewModel.Work(new Wishes(), limits),
            new DirectRunner(),
            () -> now,
            new QueueRows(Words.english(), Samples.trial()));

    /** Notes what is wished. */
    private final class Wishes implements QueueActions {
        @Override
        public void pause(UUID id) {
            wishes.add("pause");
        }

        @Override
        public void resume(UUID id) {
            wishes.add("resume");
        }

        @Override
        public void retry(UUID id) throws ProblemException {
            throw new ProblemException(new Problem.NotNow("1", "received", "retry"));
        }

        @Override
        public void cancel(UUID id, String reason) {
            wishes.add("cancel: " + reason);
        }

        @Override
        public void moveFirst(UUID id) {
            wishes.add("first");
        }
    }

    private QueueRow only(State state) {
        queue.clear();
        queue.add(Samples.submission("014-0001", "W08", state));
        feed.look();
        return model.rows().getFirst();
    }

    @Test
    void whatWasReceivedOrGivenUpIsNoLongerHere() {
        queue.add(Samples.submission("014-0001", "W08", State.RECEIVED));
        queue.add(Samples.submission("014-0002", "W08", State.CANCELLED));
        queue.add(Samples.submission("014-0003", "W08", State.QUEUED));
        feed.look();
        assertThat(model.rows()).extracting(QueueRow::title).containsExactly("014-0003 · Week 8");
    }

    @Test
    void onlyWhatIsPossibleIsOffered() {
        assertThat(only(State.UPLOADING).actions()).isEqualTo(Set.of(Action.PAUSE, Action.CANCEL));
        assertThat(only(State.PAUSED).actions()).isEqualTo(Set.of(Action.RESUME, Action.CANCEL));
        assertThat(only(State.HELD).actions()).isEqualTo(Set.of(Action.RETRY, Action.CANCEL));
        assertThat(only(State.WAITING).actions()).isEqualTo(Set.of(Action.PAUSE, Action.RETRY, Action.CANCEL));
    }

    @Test
    void theSecondCanBePutFirst() {
        queue.add(Samples.submission("014-0001", "W08", State.UPLOADING));
        queue.add(Samples.submission("014-0002", "W08", State.QUEUED));
        feed.look();
        assertThat(model.rows().get(0).actions()).doesNotContain(Action.MOVE_FIRST);
        assertThat(model.rows().get(1).actions()).contains(Action.MOVE_FIRST);
    }

    @Test
    void anUploadThatStandsStillHasNoSpeed() {
        UUID id = UUID.randomUUID();
        queue.add(Samples.submission(id, "014-0001", "W08", State.UPLOADING, 0, 1, null));
        feed.look();
        queue.set(0, Samples.submission(id, "014-0001", "W08", State.UPLOADING, 500, 1, null));
        now = now.plusSeconds(5);
        feed.look();
        assertThat(feed.rate(id)).isPositive();
        String moving = model.rows().getFirst().toString();
        now = now.plusSeconds(5);
        feed.look();
        assertThat(feed.rate(id)).isZero();
        assertThat(model.rows().getFirst().toString()).isNotEqualTo(moving);
    }

    @Test
    void troubleOfAllSendingIsSaidUntilTheQueueMovesAgain() {
        queue.add(Samples.submission("014-0001", "W08", State.UPLOADING));
        feed.look();
        Problem full = new Problem.DiskFull(2, 1);
        feed.follow(() -> Optional.of(full));
        feed.look();
        assertThat(model.standstill().get()).isEqualTo(full);
        assertThat(feed.of(Samples.trial()).standstill().get()).isEqualTo(full);
        queue.set(0, Samples.submission("014-0001", "W08", State.VERIFYING));
        feed.look();
        assertThat(model.standstill().get()).as("it moved").isNull();
        feed.follow(() -> Optional.of(new Problem.DiskFull(2, 1)));
        feed.look();
        assertThat(model.standstill().get()).as("told again").isEqualTo(full);
        feed.follow(Optional::empty);
        feed.look();
        assertThat(model.standstill().get()).isNull();
    }

    @Test
    void speedAndTimeLeftComeFromTwoLooks() {
        UUID id = UUID.randomUUID();
        queue.add(Samples.submission(id, "014-0001", "W08", State.UPLOADING, 100, 2, null));
        feed.look();
        queue.set(0, Samples.submission(id, "014-0001", "W08", State.UPLOADING, 600, 2, null));
        now = now.plusSeconds(5);
        feed.look();
        assertThat(feed.rate(id)).isEqualTo(100);
        assertThat(model.rows().getFirst().movement()).isEqualTo("600 B of 1 KB · 100 B/s · about 4 s left");
    }

    @Test
    void aProblemStandsBesideItsSubmissionInWords() {
        queue.add(Samples.submission(
                UUID.randomUUID(), "014-0001", "W08", State.HELD, 0, 2, new Problem.DiskFull(2_000_000, 1000)));
        feed.look();
        assertThat(model.rows().getFirst().sentence())
                .isNotNull()
                .extracting(s -> s.happened())
                .asString()
                .contains("too full");
    }

    @Test
    void aPausedOneSaysUntilWhenTheReceiverKeepsWhatWasSent() {
        queue.add(Samples.submission("014-0001", "W08", State.PAUSED));
        queue.add(Samples.submission("014-0002", "W08", State.UPLOADING));
        feed.look();
        assertThat(model.rows().getFirst().note()).startsWith("The receiver keeps what was sent until ");
        assertThat(model.rows().getLast().note()).isEmpty();
    }

    @Test
    void rowsThatDidNotChangeStayTheSameObjects() {
        queue.add(Samples.submission("014-0001", "W08", State.QUEUED));
        feed.look();
        QueueRow before = model.rows().getFirst();
        queue.add(Samples.submission("014-0002", "W08", State.QUEUED));
        feed.look();
        assertThat(model.rows().getFirst()).isSameAs(before);
    }

    @Test
    void wishesReachTheQueueAndRefusalsAreShown() {
        QueueRow row = only(State.UPLOADING);
        model.pause(row.id());
        model.resume(row.id());
        model.moveFirst(row.id());
        model.cancel(row.id(), "wrong visit");
        assertThat(wishes).containsExactly("pause", "resume", "first", "cancel: wrong visit");
        model.retry(row.id());
        assertThat(model.problem().get()).isInstanceOf(Problem.NotNow.class);
    }

    @Test
    void limitsAreKeptOneBesideTheOther() {
        model.limit(1_250_000);
        model.quiet("07:00", "18:30");
        assertThat(settings.bytesPerSecond()).isEqualTo(1_250_000);
        assertThat(settings.quietHours()).isEqualTo("07:00-18:30");
        model.quiet("", "18:30");
        assertThat(model.limits().quietHours()).isEmpty();
    }
}
