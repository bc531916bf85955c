// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.util.ArrayList;
import java.util.List;
import org.trialcourier.audit.AuditReport.Fault;
import org.trialcourier.audit.AuditReport.Kind;

/** Follows a chain from its first entry to its last, and compares its end with the anchor. */
final class ChainCheck {
    private final Anchor.Reading anchor;
    private final List<AuditTrail.Head> kept;
    private final List<Fault> faults = new ArrayList<>();
    private long entries;
    private long lastSeq;
    private String lastHash = AuditTrail.BEGINNING;

    ChainCheck(Anchor.Reading anchor, List<AuditTrail.Head> kept) {
        this.anchor = anchor;
        this.kept = List.copyOf(kept);
        if (anchor.state() == Anchor.State.MISSING) {
            faults.add(new Fault(Kind.ANCHOR_MISSING, 0));
        } else if (anchor.state() == Anchor.State.UNSIGNED) {
            faults.add(new Fault(Kind.ANCHOR_UNSIGNED, anchor.seq()));
        }
    }

    void next(AuditEntry entry) {
        entries++;
        if (entry.seq() == 1 && entry.what().equals(AuditEntry.SET_ASIDE)) {
            faults.add(new Fault(Kind.BEGUN_ANEW, entry.seq()));
        }
        if (!Chain.hash(entry).equals(entry.hash())) {
            faults.add(new Fault(Kind.CHANGED, entry.seq()));
        }
        if (entry.seq() != lastSeq + 1) {
            faults.add(new Fault(Kind.REMOVED, entry.seq()));
        } else if (!entry.previousHash().equals(lastHash)) {
            faults.add(new Fault(Kind.OUT_OF_ORDER, entry.seq()));
        }
        if (anchor.state() != Anchor.State.MISSING
                && entry.seq() == anchor.seq()
                && !entry.hash().equals(anchor.hash())) {
            faults.add(new Fault(Kind.ANCHOR_DIFFERS, entry.seq()));
        }
        for (AuditTrail.Head head : kept) {
            if (head.seq() == entry.seq() && !head.hash().equals(entry.hash())) {
                faults.add(new Fault(Kind.ANCHOR_DIFFERS, entry.seq()));
            }
        }
        lastSeq = entry.seq();
        lastHash = entry.hash();
    }

    AuditReport report() {
        if (anchor.state() != Anchor.State.MISSING && anchor.seq() > lastSeq) {
            faults.add(new Fault(Kind.CUT_OFF, anchor.seq()));
        }
        kept.stream()
                .filter(head -> head.seq() > lastSeq)
                .forEach(head -> faults.add(new Fault(Kind.CUT_OFF, head.seq())));
        return new AuditReport(entries, lastHash, faults);
    }
}
