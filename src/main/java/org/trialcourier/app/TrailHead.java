// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.trialcourier.audit.AuditTrail.Head;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.settings.Secrets;

/**
 * The end of the audit trail as the key store knows it, outside the data folder: who cuts entries off and takes or
 * replaces the anchor file with them is still found out. Kept when the program opens and closes its queue.
 */
final class TrailHead {
    private static final String NAME = "audit-head";

    private final Secrets secrets;

    TrailHead(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Entries that must still be there. */
    List<Head> kept() throws ProblemException {
        return read().stream().toList();
    }

    /** Notes the end of the trail now, unless more was known before; begins anew where the store was set aside. */
    void note(Queue queue) throws ProblemException {
        Head now = queue.audit().head();
        long known = queue.damage().isPresent() ? 0 : read().map(Head::seq).orElse(0L);
        if (now.seq() > known) {
            secrets.put(NAME, (now.seq() + " " + now.hash()).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Optional<Head> read() throws ProblemException {
        return secrets.get(NAME)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).split(" ", -1))
                .filter(words -> words.length == 2 && words[0].matches("[0-9]{1,18}"))
                .map(words -> new Head(Long.parseLong(words[0]), words[1]));
    }
}
