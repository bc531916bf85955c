// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.time.Duration;
import java.util.Optional;

/**
 * What was learnt about one server, shared by all uploads to it: how large a request it takes, how large a request fits
 * the link, whether PATCH must be disguised. Both sizes are kept for the next run. Safe for several threads.
 */
final class ServerTraits {
    private static final Duration INSTANT = Duration.ofMillis(500);
    private static final Duration QUICK = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(25);
    private static final long MEBI = 1L << 20;
    private static final String LIMIT = "limit";
    private static final String CHUNK = "chunk";

    private final Patience patience;
    private final String endpoint;
    private long limit;
    private long chunk;
    private boolean recalled;
    private boolean disguised;

    ServerTraits(Patience patience, String endpoint) {
        this.patience = patience;
        this.endpoint = endpoint;
        this.limit = patience.largestChunk();
        this.chunk = patience.firstChunk();
    }

    /** Takes over what an earlier run learnt, the first time; after that this run knows better. */
    synchronized void recall(UploadMemory memory) {
        if (recalled) {
            return;
        }
        recalled = true;
        UploadMemory server = memory.ofServer(endpoint);
        limit = Math.clamp(number(server, LIMIT).orElse(limit), patience.smallestChunk(), limit);
        chunk = Math.clamp(number(server, CHUNK).orElse(chunk), Math.min(floor(), limit), limit);
    }

    private static Optional<Long> number(UploadMemory server, String key) {
        return server.recall(key).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** Bytes of the next request. */
    synchronized long chunk() {
        return chunk;
    }

    /** A request of so many bytes went through. */
    synchronized void passed(long bytes, Duration took, UploadMemory memory) {
        if (bytes >= chunk && took.compareTo(QUICK) < 0) {
            resize(chunk * (took.compareTo(INSTANT) < 0 ? 4 : 2), memory);
        } else if (took.compareTo(SLOW) > 0) {
            resize(chunk / 2, memory);
        }
    }

    /** A request broke. */
    synchronized void broke(UploadMemory memory) {
        resize(chunk / 2, memory);
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
        memory.ofServer(endpoint).remember(LIMIT, Long.toString(limit));
        resize(chunk, memory);
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

    private void resize(long wanted, UploadMemory memory) {
        long next = Math.clamp(wanted, Math.min(floor(), limit), limit);
        if (next != chunk) {
            chunk = next;
            memory.ofServer(endpoint).remember(CHUNK, Long.toString(chunk));
        }
    }

    /** Not even a link that breaks again and again makes requests smaller than this; only a server's limit does. */
    private long floor() {
        return Math.min(MEBI, patience.firstChunk());
    }
}
