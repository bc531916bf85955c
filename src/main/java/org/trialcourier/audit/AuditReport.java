// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a check of the whole trail found.
 *
 * @param entries entries read
 * @param lastHash the hash of the last entry, 64 zeros where there is none
 * @param faults what does not hold, in the order of the trail; empty where all of it holds
 */
public record AuditReport(long entries, String lastHash, List<Fault> faults) {
    /** Keeps its own copy of the faults. */
    public AuditReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing was changed, removed, swapped or cut off. */
    public boolean intact() {
        return faults.isEmpty();
    }

    /** The same with more faults. */
    public AuditReport with(List<Fault> more) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(more);
        return new AuditReport(entries, lastHash, all);
    }

    /** What does not hold, and at which entry. */
    public record Fault(Kind kind, long seq) {}

    /** Ways in which a trail can be broken. */
    public enum Kind {
        /** The entry does not have the content that its hash was made from. */
        CHANGED,
        /** One or more entries before this one are gone. */
        REMOVED,
        /** The entry does not follow the one before it. */
        OUT_OF_ORDER,
        /** The trail begins anew here: the one before was damaged and set aside. */
        BEGUN_ANEW,
        /** Entries at the end, up to this one, are gone: the anchor file knows of it. */
        CUT_OFF,
        /** The anchor file names another hash for this entry. */
        ANCHOR_DIFFERS,
        /** The anchor file is gone, or is not readable. */
        ANCHOR_MISSING,
        /** The signature in the anchor file does not hold. */
        ANCHOR_UNSIGNED,
        /** The receipt that this entry tells of is not the one that is kept, or is not kept at all. */
        RECEIPT_DIFFERS,
        /** A receipt is kept that no entry tells of. */
        RECEIPT_UNTOLD;

        /** The name in keys of texts: {@code cut-off}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
