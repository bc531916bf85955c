// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.util.function.Predicate;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.connect.ProxySetting;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;

/** What was held because of the proxy in the settings goes on once it may work. */
final class ProxyMended {
    private ProxyMended() {}

    /** Lets go on what was held because it could not be read, where this is a proxy. */
    static void letGo(Queue queue, String proxy) throws ProblemException {
        letGo(queue, proxy, Problem.ProxyUnusable.class::isInstance);
    }

    /**
     * The same where another proxy was chosen: it may take the sign-in that the one before refused. Else only a person
     * tries that again, for a wrong password that is said at each start may lock the account.
     */
    static void letGoToAnother(Queue queue, String proxy) throws ProblemException {
        letGo(
                queue,
                proxy,
                problem -> problem instanceof Problem.ProxyUnusable || problem instanceof Problem.ProxySignIn);
    }

    private static void letGo(Queue queue, String proxy, Predicate<Problem> heldFor) throws ProblemException {
        if (ProxySetting.isUnderstood(proxy)) {
            for (Submission each : queue.list()) {
                if (each.state() == State.HELD && each.problem().filter(heldFor).isPresent()) {
                    queue.retry(each.id(), AuditEntry.PROGRAM);
                }
            }
        }
    }
}
