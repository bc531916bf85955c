// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void ceilingsDoubleUpToTheCapAndStartAgainAfterProgress() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(42));
        for (int failure = 0; failure < 200; failure++) {
            long ceiling = Math.min(60_000L, 1_000L << Math.min(failure, 20));
            assertThat(backoff.next().toMillis()).isBetween(ceiling / 10, ceiling);
        }
        assertThat(backoff.failures()).isEqualTo(200);
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
