// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of the audit trail (21 CFR 11.10(e)): who did what and when. None holds an identifier of a patient.
 *
 * @param seq from 1, without gaps
 * @param time ISO 8601 date and time with offset, by this computer's clock
 * @param who a person's name, or {@code program}
 * @param what a short word for the act, such as {@code submission.queued}
 * @param details safe values by name, sorted
 * @param previousHash the hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over all of the above, 64 lower-case hexadecimal digits
 */
public record AuditEntry(
        long seq,
        String time,
        String who,
        String what,
        SortedMap<String, String> details,
        String previousHash,
        String hash) {
    /** Who acts where no person does. */
    public static final String PROGRAM = "program";

    /** What the first entry says where an earlier trail was damaged and set aside. */
    public static final String SET_ASIDE = "store.set-aside";

    /** Keeps its own copy of the details. */
    public AuditEntry {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
