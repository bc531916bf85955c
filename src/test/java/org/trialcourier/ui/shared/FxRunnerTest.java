// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FxRunnerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FxRunner runner = new FxRunner();
    private final CountDownLatch held = new CountDownLatch(1);

    private void begin() {
        runner.start(
                progress -> {
                    held.await();
                    throw new InterruptedException("nobody wants to know any more");
                },
                none -> {},
                fault -> {});
    }

    @Test
    void theEndWaitsForWhatStillWorks() throws Exception {
        begin();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> runner.finish(LONG));
        Assertions.assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> end.get(50, TimeUnit.MILLISECONDS));
        held.countDown();
        assertThat(end).succeedsWithin(LONG);
    }

    @Test
    void notForEver() {
        begin();
        runner.finish(Duration.ofMillis(1));
        held.countDown();
        runner.finish(LONG);
    }
}
