// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.util.function.UnaryOperator;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;

/** Where the limits of sending are kept. */
public interface LimitsWork {
    /** What is chosen now. */
    Settings settings();

    /** Keeps a change; it holds at once, also for what is on its way. Blocks. */
    void change(UnaryOperator<Settings> change) throws ProblemException;
}
