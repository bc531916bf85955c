// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.NewSubmission;
import org.trialcourier.queue.State;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

class CouriersTest {
    @TempDir
    private Path home;

    /** On threads of their own, as in the window; what they end with is not looked at. */
    private static final class Threads implements JobRunner {
        private volatile @Nullable Thread last;

        boolean sleeps() {
            Thread thread = last;
            return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
        }

        @Override
        public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
            Progress progress = new Progress();
            last = Thread.ofVirtual().start(() -> {
                try {
                    done.accept(job.run(progress));
                } catch (Exception e) {
                    failed.accept(e);
                }
            });
            return progress;
        }
    }

    @Test
    void whatWaitsInAFolderThatCannotBeWrittenGoesOnOnceItCan() throws Exception {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        UUID id = UUID.randomUUID();
        try (App app = App.open(options)) {
            app.queue().add(new NewSubmission(id, "T", "S", "014-0001", "W08", 3, 3_000, null), new byte[1], "test");
        }
        Path lock = home.resolve("trialcourier.db.opening");
        Files.delete(lock);
        Files.createDirectory(lock);
        Threads threads = new Threads();
        try (App app = App.open(options);
                Couriers couriers = new Couriers(threads)) {
            Supplier<Optional<Problem>> standstill = couriers.start(app);
            await().until(threads::sleeps);
            assertThatThrownBy(app::queue).as("still not writable").isInstanceOf(ProblemException.class);
            assertThat(standstill.get()).get().isInstanceOf(Problem.StoreUnwritable.class);
            Files.delete(lock);
            await().untilAsserted(() -> assertThat(app.queue().get(id).state()).isNotEqualTo(State.QUEUED));
        }
    }
}
