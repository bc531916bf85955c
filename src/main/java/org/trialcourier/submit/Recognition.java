// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.List;
import org.trialcourier.check.Marks;
import org.trialcourier.check.Memory;
import org.trialcourier.check.Sent;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.trial.Trial;
import org.trialcourier.wire.WireJson;

/** Remembers by keyed marks whom and what was sent, so that the same person and the same images are known again. */
final class Recognition {
    private final TrialKeys keys;
    private final Queue queue;

    Recognition(TrialKeys keys, Queue queue) {
        this.keys = keys;
        this.queue = queue;
    }

    Memory memory(Trial trial) throws ProblemException {
        List<Sent> sent = new ArrayList<>();
        for (byte[] each : queue.marks(trial.id(), trial.site().id())) {
            sent.add(WireJson.read(each, Sent.class));
        }
        return new Memory(marks(trial), sent);
    }

    byte[] of(Draft draft) throws ProblemException {
        Trial trial = draft.trial();
        return WireJson.write(Sent.of(
                trial.id(),
                draft.subject().id(),
                draft.visit().id(),
                draft.images().studies(),
                marks(trial)));
    }

    private Marks marks(Trial trial) throws ProblemException {
        return new Marks(keys.of(trial.id(), trial.site().id()));
    }
}
