// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.text.Sentence;
import org.trialcourier.ui.shared.StateLook;

/**
 * One line of the queue, all in words.
 *
 * @param share of the bytes the receiver has, 0 to 1; -1 where a bar would say nothing
 * @param sentence what is wrong and what to do, or null
 */
public record QueueRow(
        UUID id,
        String title,
        String summary,
        StateLook look,
        String stateWord,
        double share,
        String movement,
        @Nullable Sentence sentence,
        String note,
        Set<Action> actions) {

    /** What is possible now. */
    public enum Action {
        PAUSE,
        RESUME,
        RETRY,
        CANCEL,
        MOVE_FIRST
    }

    /** Copies the actions. */
    public QueueRow {
        actions = Set.copyOf(actions);
    }
}
