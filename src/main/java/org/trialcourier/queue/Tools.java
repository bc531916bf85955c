// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

/** What a runner works with. */
record Tools(
        Queue queue,
        Ledger ledger,
        Spool spool,
        Crew crew,
        Preparer preparer,
        Transports transports,
        RunnerOptions options) {}
