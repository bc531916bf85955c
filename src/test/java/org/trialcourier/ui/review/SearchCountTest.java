// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** How far the search for text is, as long as a review waits for it. */
class SearchCountTest {
    private final ManualTicker ticker = new ManualTicker();
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void whileTextIsSearchedForTheImagesAreCountedAndTheTimeThatIsLeftIsTold() {
        Waiting waiting = new Waiting();
        ReviewViewModel held = new ReviewViewModel(waiting, ticker, () -> now, Words.english());
        held.review(new NothingFound());
        Progress search = waiting.jobs.getFirst();
        ticker.tick();
        assertThat(held.searched().said().get()).as("nobody knows how many").isEmpty();
        search.total(120, -1);
        search.addItems(60);
        ticker.tick();
        assertThat(held.searched().said().get())
                .as("those remembered have no pace")
                .isEqualTo("60 of 120 images searched for text");
        search.addItems(30);
        now = now.plusSeconds(20);
        ticker.tick();
        assertThat(held.searched().said().get()).isEqualTo("90 of 120 images searched for text, about 20 s left");
        assertThat(held.searched().share().get()).isEqualTo(0.75);
        search.addItems(30);
        ticker.tick();
        assertThat(held.searched().said().get()).isEqualTo("120 of 120 images searched for text");
        held.stop();
        assertThat(held.searched().said().get()).isEmpty();
        assertThat(ticker.watching()).isZero();
    }

    @Test
    void onceLookedAtNothingIsCounted() {
        HeldRunner runner = new HeldRunner();
        ReviewViewModel held = new ReviewViewModel(runner, ticker, () -> now, Words.english());
        held.review(new NothingFound());
        assertThat(ticker.watching()).isEqualTo(2);
        runner.release();
        assertThat(ticker.watching()).isZero();
    }

    /** Jobs that never end. */
    private static final class Waiting implements JobRunner {
        private final List<Progress> jobs = new ArrayList<>();

        @Override
        public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
            jobs.add(new Progress());
            return jobs.getLast();
        }
    }
}
