// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import org.trialcourier.audit.AuditEntry;
import org.trialcourier.connect.ProxySetting;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;

/** What was held because the proxy in the settings could not be used goes on once it can be. */
final class ProxyMended {
    private ProxyMended() {}

    /** Lets it go on, where this is a proxy. */
    static void letGo(Queue queue, String proxy) throws ProblemException {
        if (ProxySetting.isUnderstood(proxy)) {
            for (Submission each : queue.list()) {
                if (each.state() == State.HELD && each.problem().orElse(null) instanceof Problem.ProxyUnusable) {
                    queue.retry(each.id(), AuditEntry.PROGRAM);
                }
            }
        }
    }
}
