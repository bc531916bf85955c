// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A ticker that ticks when a test says so. */
public final class ManualTicker implements Ticker {
    private final List<Runnable> actions = new ArrayList<>();

    @Override
    public Runnable every(Duration period, Runnable action) {
        actions.add(action);
        return () -> actions.remove(action);
    }

    /** One tick. */
    public void tick() {
        List.copyOf(actions).forEach(Runnable::run);
    }

    /** How many watch. */
    public int watching() {
        return actions.size();
    }
}
