// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.time.Duration;

/** Calls back at a steady pace on the UI thread. Tests drive it by hand. */
@FunctionalInterface
public interface Ticker {
    /** Pace of everything that is watched while it moves: ten times a second. */
    Duration WATCH = Duration.ofMillis(100);

    /** Calls {@code action} again and again until the returned handle is run. */
    Runnable every(Duration period, Runnable action);
}
