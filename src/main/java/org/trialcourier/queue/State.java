// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.util.EnumSet;
import java.util.Set;

/** Where a submission stands in its life, and where it may go from there: this table is the only one. */
public enum State {
    /** Not sent yet by the coordinator. */
    DRAFT,
    /** To be worked on. */
    QUEUED,
    /** Being de-identified and sealed. */
    PREPARING,
    /** Being sent. */
    UPLOADING,
    /** Handed over; the receiver checks it. */
    VERIFYING,
    /** The receiver has all of it. */
    RECEIVED,
    /** Stopped by a person. */
    PAUSED,
    /** Goes on by itself at a certain time. */
    WAITING,
    /** Needs a person. */
    HELD,
    /** The receiver asks something. */
    QUERY,
    /** The receiver does not take it. */
    REJECTED,
    /** Given up by a person. */
    CANCELLED;

    /** The states that may follow this one. */
    public Set<State> successors() {
        return switch (this) {
            case DRAFT -> EnumSet.of(QUEUED, CANCELLED);
            case QUEUED -> EnumSet.of(PREPARING, UPLOADING, VERIFYING, PAUSED, WAITING, HELD, CANCELLED);
            case PREPARING -> EnumSet.of(QUEUED, UPLOADING, PAUSED, WAITING, HELD, CANCELLED);
            case UPLOADING -> EnumSet.of(QUEUED, PREPARING, VERIFYING, PAUSED, WAITING, HELD, REJECTED, CANCELLED);
            case VERIFYING ->
                EnumSet.of(QUEUED, UPLOADING, RECEIVED, PAUSED, WAITING, HELD, QUERY, REJECTED, CANCELLED);
            case WAITING -> EnumSet.of(QUEUED, PREPARING, UPLOADING, VERIFYING, PAUSED, HELD, CANCELLED);
            case PAUSED, HELD, REJECTED -> EnumSet.of(QUEUED, CANCELLED);
            case QUERY -> EnumSet.of(QUEUED, RECEIVED, REJECTED, CANCELLED);
            case RECEIVED -> EnumSet.of(QUERY);
            case CANCELLED -> EnumSet.noneOf(State.class);
        };
    }

    /** Whether a runner is at work in it, or was when it was killed. */
    public boolean isAtWork() {
        return this == PREPARING || this == UPLOADING || this == VERIFYING;
    }

    /** Whether a runner may go on from it by itself. */
    public boolean isOpen() {
        return this == QUEUED || this == WAITING || isAtWork();
    }

    /** Whether nothing more will happen to it without a person. */
    public boolean isSettled() {
        return !isOpen() && this != DRAFT && this != PAUSED;
    }
}
