// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.wire.SignedReceipt;

/**
 * A submission in the queue, as it was at one moment.
 *
 * @param id its id
 * @param trial the trial's id
 * @param site the site's id
 * @param subject the subject's id within the trial, never the patient's
 * @param visit the visit's id
 * @param state where it stands
 * @param problem why it waits or is held; without any name of a file
 * @param note words of the receiver (query, rejection) or of the person who paused it
 * @param instances DICOM files
 * @param bytes to be sent; before it is sealed, the size of the images
 * @param sentBytes of these, what the receiver has
 * @param parts sealed parts; 0 before it is sealed
 * @param manifestSha256 of the sealed bag; empty before it is sealed
 * @param created when it was queued
 * @param changed when its state changed
 * @param deadline when the visit's window closes; the soonest goes first
 * @param attempts failures since something last moved
 * @param retryAt when a waiting one goes on
 * @param receipt of the receiver, once received; null where the receiver verifies nothing
 * @param keptUntil when the receiver throws away the unfinished upload that it keeps the least long, by its own clock;
 *     null where it does not say
 */
public record Submission(
        UUID id,
        String trial,
        String site,
        String subject,
        String visit,
        State state,
        Optional<Problem> problem,
        Optional<String> note,
        long instances,
        long bytes,
        long sentBytes,
        int parts,
        String manifestSha256,
        Instant created,
        Instant changed,
        @Nullable Instant deadline,
        int attempts,
        @Nullable Instant retryAt,
        @Nullable SignedReceipt receipt,
        @Nullable Instant keptUntil) {
    /** Share of the bytes that the receiver has, 0 to 1. */
    public double share() {
        return bytes <= 0 ? 0 : Math.min(1.0, (double) sentBytes / bytes);
    }

    /** Until when a person should let it go on, where it stands still with an unfinished upload at the receiver. */
    public Optional<Instant> goesStale() {
        boolean still = state == State.PAUSED || state == State.WAITING || state == State.HELD;
        return still ? Optional.ofNullable(keptUntil) : Optional.empty();
    }
}
