// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.trial.MadeTrial.subject;
import static org.trialcourier.trial.MadeTrial.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitExportTest {
    @Test
    void exportsAreSafeForSpreadsheetsAndCalendars() {
        Subject subject = subject(
                LocalDate.of(2026, 9, 1),
                Map.of("BL", new SubjectVisit(SubjectVisit.Status.QUERY, "=1+1, \"really\"?", null)));
        Instant now = LocalDateTime.of(2026, 10, 27, 9, 0).toInstant(ZoneOffset.UTC);
        VisitBoard board = VisitBoard.of(trial(ZoneId.of("UTC"), subject), now, List.of());
        assertThat(VisitExport.csv(List.of(board)).split("\r\n", -1)[1])
                .isEqualTo("T,014,S,BL,\"Bäseline, first\",query,0,0,2026-08-18,2026-09-01,2026-09-01,"
                        + "\"'=1+1, \"\"really\"\"?\"");
        String ics = VisitExport.ics(List.of(board), now, (day, unknown) -> (unknown ? "unknown " : "planned ") + day);
        assertThat(ics)
                .contains("DTSTART;VALUE=DATE:20261020\r\n", "DTEND;VALUE=DATE:20261104\r\n", "UID:T/014/S/W08@")
                .contains("DTSTAMP:20261027T090000Z\r\n", "DESCRIPTION:planned 2026-10-27\r\n")
                .doesNotContain("S/BL@");
        assertThat(ics.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(ics.replace("\r\n ", ""))
                .contains("SUMMARY:" + "Long name ".repeat(9).strip() + " S: Week 8");
    }

    /** As on the board in the window: what only looks as if it were due is not claimed to be. */
    @Test
    void whereWhatWasSentCannotBeSeenNoExportClaimsThatAVisitIsDue() {
        Subject subject = subject(LocalDate.of(2026, 9, 1), Map.of());
        Instant now = LocalDateTime.of(2026, 10, 27, 9, 0).toInstant(ZoneOffset.UTC);
        VisitBoard seen = VisitBoard.of(trial(ZoneId.of("UTC"), subject), now, List.of());
        VisitBoard unseen = seen.unseen();
        assertThat(VisitExport.entries(seen))
                .extracting(VisitExport.Entry::state)
                .contains("due", "overdue");
        assertThat(VisitExport.entries(unseen))
                .extracting(VisitExport.Entry::state)
                .contains("unknown")
                .doesNotContain("due", "overdue");
        assertThat(VisitExport.csv(List.of(unseen)))
                .contains(",unknown,,0,2026-10-20,")
                .doesNotContain(",due,");
        String ics = VisitExport.ics(List.of(unseen), now, (day, unknown) -> (unknown ? "unknown " : "planned ") + day);
        assertThat(ics).contains("DESCRIPTION:unknown 2026-10-27");
    }
}
