// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import org.trialcourier.queue.Ledger;
import org.trialcourier.queue.Queue;

/** What a runner works with. */
record Tools(
        Queue queue,
        Ledger ledger,
        Spool spool,
        Crew crew,
        Preparer preparer,
        Transports transports,
        RunnerOptions options) {}
