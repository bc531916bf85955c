// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.time.Duration;

/**
 * How patient a transport is and how large its pieces are.
 *
 * @param quickRetries failures in a row, without a confirmed byte between them, that it gets over by itself
 * @param firstWait the first ceiling of the waiting time between them
 * @param longestWait the highest ceiling, and the longest Retry-After that is waited for inside
 * @param firstChunk bytes of the first request to an unknown server
 * @param smallestChunk bytes below which an answer "too large" is taken as a refusal
 * @param largestChunk bytes of the largest request
 */
public record Patience(
        int quickRetries,
        Duration firstWait,
        Duration longestWait,
        long firstChunk,
        long smallestChunk,
        long largestChunk) {
    /** 3 retries within about 2 s, longer waits are the queue’s; requests of 64 KiB to 64 MiB, 4 MiB first. */
    public static Patience standard() {
        return new Patience(3, Duration.ofMillis(300), Duration.ofSeconds(8), 4L << 20, 64L << 10, 64L << 20);
    }
}
