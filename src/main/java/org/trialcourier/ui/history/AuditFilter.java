// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;

/**
 * Which entries of the trail are looked at; each part narrows them further.
 *
 * @param text stands anywhere in an entry, in capitals or not; empty for all
 * @param what the act, such as {@code submission.queued}; empty for all
 * @param submission the id of a submission; empty for all
 * @param from the first day, or null
 * @param until the last day, or null
 * @param zone where days begin
 */
record AuditFilter(
        String text,
        String what,
        String submission,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        ZoneId zone) {

    /** Whether an entry is looked at, that a person reads in these words. */
    boolean takes(AuditEntry entry, String inWords) {
        return (what.isEmpty() || what.equals(entry.what()))
                && (submission.isEmpty() || submission.equals(entry.details().get("submission")))
                && isInTime(entry.time())
                && holds(entry, inWords);
    }

    private boolean isInTime(String time) {
        if (from == null && until == null) {
            return true;
        }
        try {
            LocalDate day = OffsetDateTime.parse(time).atZoneSameInstant(zone).toLocalDate();
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        } catch (DateTimeException notATime) {
            return true;
        }
    }

    private boolean holds(AuditEntry entry, String inWords) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String all = entry.seq() + " " + entry.who() + " " + entry.what() + " " + inWords + " " + entry.details();
        return wanted.isEmpty() || all.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
