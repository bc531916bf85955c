// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The limit is for all that is sent at once, and can be changed or taken back while it is. */
class ThrottleTest {
    private static final int PIECE = 50_000;

    @Test
    void partsSentSideBySideShareTheLimit() throws Exception {
        Throttle throttle = new Throttle(2_000_000);
        long started = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sending.add(senders.submit(() -> {
                    take(throttle, 8);
                    return null;
                }));
            }
            for (Future<?> each : sending) {
                each.get();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("1.6 MB at 2 MB a second, of which a quarter of a second may be ahead")
                .isGreaterThanOrEqualTo(Duration.ofMillis(540));
    }

    @Test
    void withoutALimitNothingWaitsAlsoAfterOneWasTakenBack() throws Exception {
        Throttle throttle = new Throttle(1);
        throttle.limit(0);
        assertThat(Thread.ofVirtual().start(() -> quietly(throttle)).join(Duration.ofSeconds(20)))
                .isTrue();
    }

    private static void quietly(Throttle throttle) {
        try {
            take(throttle, 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void take(Throttle throttle, int pieces) throws InterruptedException {
        for (int i = 0; i < pieces; i++) {
            throttle.take(PIECE);
        }
    }
}
