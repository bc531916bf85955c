// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.time.Duration;
import java.util.Optional;

/**
 * What was learnt about one server, shared by all uploads to it and kept in the {@link UploadMemory} of each: how large a
 * request it takes, how large a request fits the link, whether PATCH must be disguised. Safe for several threads.
 */
final class ServerTraits {
    private static final Duration INSTANT = Duration.ofMillis(500);
    private static final Duration QUICK = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(25);
    private static final long MEBI = 1L << 20;

    private final Patience patience;
    private final String limitKey;
    private long limit;
    private long chunk;
    private boolean disguised;

    ServerTraits(Patience patience, String endpoint) {
        this.patience = patience;
        this.limitKey = "limit|" + endpoint;
        this.limit = patience.largestChunk();
        this.chunk = patience.firstChunk();
    }

    /** Takes over what an earlier run learnt. */
    synchronized void recall(UploadMemory memory) {
        Optional<Long> known = memory.recall(limitKey)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        known.ifPresent(value -> limit = Math.clamp(value, patience.smallestChunk(), limit));
        chunk = Math.min(chunk, limit);
    }

    /** Bytes of the next request. */
    synchronized long chunk() {
        return chunk;
    }

    /** A request of so many bytes went through. */
    synchronized void passed(long bytes, Duration took) {
        if (bytes >= chunk && took.compareTo(QUICK) < 0) {
            chunk = Math.min(limit, chunk * (took.compareTo(INSTANT) < 0 ? 4 : 2));
        } else if (took.compareTo(SLOW) > 0) {
            halve();
        }
    }

    /** A request broke. */
    synchronized void broke() {
        halve();
    }

    /**
     * The server said that a request of so many bytes is too large.
     *
     * @return whether a smaller one is worth a try
     */
    synchronized boolean tooLarge(long bytes, UploadMemory memory) {
        if (bytes <= patience.smallestChunk()) {
            return false;
        }
        limit = Math.max(patience.smallestChunk(), Math.min(limit, bytes / 2));
        chunk = Math.min(chunk, limit);
        memory.remember(limitKey, Long.toString(limit));
        return true;
    }

    /** Whether PATCH travels as POST with X-HTTP-Method-Override. */
    synchronized boolean isDisguised() {
        return disguised;
    }

    /**
     * The method PATCH was not let through.
     *
     * @return whether disguising it is worth a try
     */
    synchronized boolean disguise() {
        boolean isNew = !disguised;
        disguised = true;
        return isNew;
    }

    private void halve() {
        chunk = Math.max(Math.min(limit, Math.min(MEBI, patience.firstChunk())), chunk / 2);
    }
}
