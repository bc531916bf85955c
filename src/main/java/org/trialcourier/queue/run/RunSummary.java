// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over the queue came to: how many submissions it brought into each state.
 *
 * @param received by the receiver
 * @param asked that the receiver asks something about
 * @param rejected not taken by the receiver
 * @param held that need a person
 * @param waiting that go on by themselves later
 * @param nextAttempt when the first of the waiting goes on; null where none waits
 */
public record RunSummary(
        int received,
        int asked,
        int rejected,
        int held,
        int waiting,
        @Nullable Instant nextAttempt) {}
