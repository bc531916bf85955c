// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: full jitter below a ceiling that doubles with each failure, up to a cap. Counted from
 * zero again after progress. Not safe for several threads.
 */
public final class Backoff {
    private final Duration first;
    private final Duration cap;
    private final RandomGenerator random;
    private int failures;

    /** The first ceiling, the highest ceiling, and where jitter comes from. */
    public Backoff(Duration first, Duration cap, RandomGenerator random) {
        this.first = first;
        this.cap = cap;
        this.random = random;
    }

    /** Counts a failure and says how long to wait: at least a tenth of the ceiling, at most the ceiling. */
    public Duration next() {
        failures++;
        return after(failures);
    }

    /** How long to wait after so many failures in a row, counted elsewhere; at least one. */
    public Duration after(int failuresInARow) {
        long ceiling = Math.min(cap.toMillis(), first.toMillis() << Math.min(failuresInARow - 1, 20));
        long floor = ceiling / 10;
        return Duration.ofMillis(floor + random.nextLong(Math.max(1, ceiling - floor + 1)));
    }

    /** Starts from zero: something moved. */
    public void reset() {
        failures = 0;
    }

    /** Failures since the last progress. */
    public int failures() {
        return failures;
    }
}
