// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;

/** Counts where the submissions of one pass ended. */
final class Tally {
    private final Map<State, Integer> counts = new EnumMap<>(State.class);

    void count(Submission submission) {
        counts.merge(submission.state(), 1, Integer::sum);
    }

    RunSummary summary(List<Submission> all) {
        Instant next = all.stream()
                .filter(s -> s.state() == State.WAITING)
                .map(Submission::retryAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new RunSummary(
                of(State.RECEIVED), of(State.QUERY), of(State.REJECTED), of(State.HELD), of(State.WAITING), next);
    }

    private int of(State state) {
        return counts.getOrDefault(state, 0);
    }
}
