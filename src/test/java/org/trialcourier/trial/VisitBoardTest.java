// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.trial.MadeTrial.subject;
import static org.trialcourier.trial.MadeTrial.trial;
import static org.trialcourier.trial.MadeTrial.week8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.trial.VisitState.Kind;

class VisitBoardTest {

    /** Day 0 is 1 September 2026, so the window of W08 runs from 20 October to 3 November. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # zone                | moment (UTC)          | kind    | days
        Europe/Zurich         | 2026-10-19T21:59:59Z  | OPENS   | 1
        Europe/Zurich         | 2026-10-19T22:00:00Z  | DUE     | 14
        Europe/Zurich         | 2026-10-24T21:59:59Z  | DUE     | 10
        Europe/Zurich         | 2026-10-25T22:59:59Z  | DUE     | 9
        Europe/Zurich         | 2026-10-25T23:00:00Z  | DUE     | 8
        Europe/Zurich         | 2026-11-03T22:59:59Z  | DUE     | 0
        Europe/Zurich         | 2026-11-03T23:00:00Z  | OVERDUE | 1
        America/New_York      | 2026-10-20T03:59:59Z  | OPENS   | 1
        America/New_York      | 2026-10-20T04:00:00Z  | DUE     | 14
        America/New_York      | 2026-11-01T05:59:59Z  | DUE     | 2
        America/New_York      | 2026-11-01T06:30:00Z  | DUE     | 2
        America/New_York      | 2026-11-04T04:59:59Z  | DUE     | 0
        America/New_York      | 2026-11-04T05:00:00Z  | OVERDUE | 1
        Pacific/Kiritimati    | 2026-10-19T09:59:59Z  | OPENS   | 1
        Pacific/Kiritimati    | 2026-10-19T10:00:00Z  | DUE     | 14
        Pacific/Kiritimati    | 2026-11-03T10:00:00Z  | OVERDUE | 1
        Pacific/Pago_Pago     | 2026-10-20T10:59:59Z  | OPENS   | 1
        Pacific/Pago_Pago     | 2026-10-20T11:00:00Z  | DUE     | 14
        Australia/Lord_Howe   | 2026-10-19T13:00:00Z  | DUE     | 14
        Australia/Lord_Howe   | 2026-11-03T12:59:59Z  | DUE     | 0
        Asia/Kathmandu        | 2026-11-03T18:14:59Z  | DUE     | 0
        Asia/Kathmandu        | 2026-11-03T18:15:00Z  | OVERDUE | 1
        America/Sao_Paulo     | 2026-11-04T02:59:59Z  | DUE     | 0
        UTC                   | 2026-08-20T12:00:00Z  | NOT_DUE | 61
        UTC                   | 2026-08-21T12:00:00Z  | OPENS   | 60
        """)
    void windowsOpenAndCloseAtTheSitesMidnight(String zone, Instant moment, Kind kind, long days) {
        Trial trial = trial(ZoneId.of(zone), subject(LocalDate.of(2026, 9, 1), Map.of()));
        VisitState state = VisitBoard.of(trial, moment, List.of())
                .cell("S", "W08")
                .orElseThrow()
                .state();
        assertThat(state).isEqualTo(new VisitState(kind, days, 0, ""));
    }

    /** A visit of one day, around days of 23 and 25 hours, and around a day that a place skipped. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # zone                | the day    | moment (UTC)          | kind    | days
        Europe/Zurich         | 2026-03-29 | 2026-03-28T22:59:59Z  | OPENS   | 1
        Europe/Zurich         | 2026-03-29 | 2026-03-28T23:00:00Z  | DUE     | 0
        Europe/Zurich         | 2026-03-29 | 2026-03-29T21:59:59Z  | DUE     | 0
        Europe/Zurich         | 2026-03-29 | 2026-03-29T22:00:00Z  | OVERDUE | 1
        Europe/Zurich         | 2026-10-25 | 2026-10-24T22:00:00Z  | DUE     | 0
        Europe/Zurich         | 2026-10-25 | 2026-10-25T22:59:59Z  | DUE     | 0
        Europe/Zurich         | 2026-10-25 | 2026-10-25T23:00:00Z  | OVERDUE | 1
        America/New_York      | 2026-03-08 | 2026-03-09T03:59:59Z  | DUE     | 0
        America/New_York      | 2026-03-08 | 2026-03-09T04:00:00Z  | OVERDUE | 1
        Australia/Lord_Howe   | 2026-04-05 | 2026-04-04T13:00:00Z  | DUE     | 0
        Australia/Lord_Howe   | 2026-04-05 | 2026-04-05T13:29:59Z  | DUE     | 0
        Australia/Lord_Howe   | 2026-04-05 | 2026-04-05T13:30:00Z  | OVERDUE | 1
        America/Santiago      | 2026-09-06 | 2026-09-06T03:59:59Z  | OPENS   | 1
        America/Santiago      | 2026-09-06 | 2026-09-06T04:00:00Z  | DUE     | 0
        America/Santiago      | 2026-09-06 | 2026-09-07T03:00:00Z  | OVERDUE | 1
        Pacific/Apia          | 2011-12-29 | 2011-12-30T09:59:59Z  | DUE     | 0
        Pacific/Apia          | 2011-12-29 | 2011-12-30T10:00:00Z  | OVERDUE | 2
        Pacific/Apia          | 2011-12-30 | 2011-12-30T09:59:59Z  | OPENS   | 1
        Pacific/Apia          | 2011-12-30 | 2011-12-30T10:00:00Z  | OVERDUE | 1
        Pacific/Apia          | 2011-12-31 | 2011-12-30T09:59:59Z  | OPENS   | 2
        Pacific/Apia          | 2011-12-31 | 2011-12-30T10:00:00Z  | DUE     | 0
        """)
    void daysOfAnyLengthAreOneDay(String zone, LocalDate day, Instant moment, Kind kind, long days) {
        Visit visit = new Visit("V", "V", OptionalInt.of(0), 0, 0, List.of());
        Trial trial = trial(ZoneId.of(zone), List.of(visit), List.of(subject(day, Map.of())));
        VisitState state = VisitBoard.of(trial, moment, List.of())
                .cell("S", "V")
                .orElseThrow()
                .state();
        assertThat(state).isEqualTo(new VisitState(kind, days, 0, ""));
    }

    @ParameterizedTest
    @CsvSource({
        // day 0, day, before, after, opens, planned, closes: no clock change moves a date
        "2026-03-01, 28, 0, 0, 2026-03-29, 2026-03-29, 2026-03-29",
        "2026-10-20, 5, 1, 1, 2026-10-24, 2026-10-25, 2026-10-26",
        "2028-02-01, 28, 0, 1, 2028-02-29, 2028-02-29, 2028-03-01",
        "2026-12-31, 1, 3, 0, 2026-12-29, 2027-01-01, 2027-01-01",
        "2026-09-01, -28, 14, 14, 2026-07-21, 2026-08-04, 2026-08-18",
        "2011-12-28, 2, 0, 0, 2011-12-30, 2011-12-30, 2011-12-30",
    })
    void windowsAreCountedInCalendarDays(
            LocalDate day0, int day, int before, int after, LocalDate opens, LocalDate planned, LocalDate closes) {
        Visit visit = new Visit("V", "V", OptionalInt.of(day), before, after, List.of());
        assertThat(VisitWindow.of(subject(day0, Map.of()), visit)).contains(new VisitWindow(opens, planned, closes));
    }

    @Test
    void aMovedVisitCountsFromItsNewDay() {
        LocalDate moved = LocalDate.of(2026, 12, 1);
        Subject subject = subject(
                LocalDate.of(2026, 9, 1), Map.of("W08", new SubjectVisit(SubjectVisit.Status.EXPECTED, "", moved)));
        assertThat(VisitWindow.of(subject, week8()).orElseThrow().day()).isEqualTo(moved);
    }

    @Test
    void withoutDayZeroNothingIsDue() {
        assertThat(VisitState.of(subject(null, Map.of()), week8(), LocalDate.of(2026, 9, 1)))
                .isEqualTo(new VisitState(Kind.NOT_DUE, VisitState.UNKNOWN_DAYS, 0, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPECTED, DRAFT, DRAFT",
        "EXPECTED, QUEUED, QUEUED",
        "EXPECTED, SENDING, SENDING",
        "EXPECTED, HELD, HELD",
        "EXPECTED, RECEIVED, RECEIVED",
        "EXPECTED, QUERY, QUERY",
        "EXPECTED, REJECTED, REJECTED",
        "RECEIVED, DRAFT, RECEIVED",
        "RECEIVED, QUEUED, QUEUED",
        "RECEIVED, RECEIVED, RECEIVED",
        "RECEIVED, REJECTED, RECEIVED",
        "QUERY, RECEIVED, QUERY",
        "QUERY, SENDING, SENDING",
        "QUERY, DRAFT, QUERY",
        "REJECTED, RECEIVED, RECEIVED",
        "NOT_DONE, DRAFT, NOT_DONE",
        "NOT_DONE, SENDING, SENDING",
        "NOT_DONE, RECEIVED, RECEIVED",
        "NOT_DONE, REJECTED, NOT_DONE",
    })
    void whatThisWorkstationDoesIsLaidOverWhatTheReceiverSays(SubjectVisit.Status receiver, Kind local, Kind shown) {
        Subject subject = subject(LocalDate.of(2026, 9, 1), Map.of("W08", new SubjectVisit(receiver, "because", null)));
        VisitBoard board = VisitBoard.of(
                trial(ZoneId.of("UTC"), subject),
                Instant.parse("2026-10-27T12:00:00Z"),
                List.of(new LocalSubmission("S", "W08", local, 42, "")));
        assertThat(board.cell("S", "W08").orElseThrow().state().kind()).isEqualTo(shown);
    }

    @Test
    void whatClosesSoonestComesFirstOverAllTrials() {
        Instant now = Instant.parse("2026-10-30T12:00:00Z");
        VisitBoard later =
                VisitBoard.of(trial(ZoneId.of("UTC"), subject(LocalDate.of(2026, 9, 3), Map.of())), now, List.of());
        VisitBoard sooner =
                VisitBoard.of(trial(ZoneId.of("UTC"), subject(LocalDate.of(2026, 9, 1), Map.of())), now, List.of());
        assertThat(VisitBoard.closingSoonest(List.of(later, sooner)))
                .extracting(cell -> cell.state().days())
                .containsExactly(4L, 6L);
    }

    @Test
    void aCellIsWhatItsSubjectAndVisitSayForThemselvesWhoeverBeganOnTheSameDay() {
        LocalDate day0 = LocalDate.of(2026, 9, 1);
        SubjectVisit moved = new SubjectVisit(SubjectVisit.Status.EXPECTED, "", LocalDate.of(2026, 12, 1));
        List<Subject> subjects = List.of(
                subject("plain", day0, Map.of()),
                subject("moved", day0, Map.of("W08", moved)),
                subject("twin", day0, Map.of()),
                subject("later", day0.plusDays(40), Map.of()),
                subject("unknown", null, Map.of()),
                subject("local", day0, Map.of()));
        List<Visit> visits = List.of(week8(), new Visit("UNS", "Unscheduled", OptionalInt.empty(), 0, 0, List.of()));
        LocalSubmission sending = new LocalSubmission("local", "W08", Kind.SENDING, 42, "");
        VisitBoard board = VisitBoard.of(
                trial(ZoneId.of("UTC"), visits, subjects), Instant.parse("2026-10-30T12:00:00Z"), List.of(sending));
        assertThat(board.cells()).hasSize(12).allSatisfy(cell -> {
            assertThat(cell.window())
                    .isEqualTo(VisitWindow.of(cell.subject(), cell.visit()).orElse(null));
            VisitState alone = VisitState.of(cell.subject(), cell.visit(), board.today());
            boolean own =
                    cell.subject().id().equals("local") && cell.visit().id().equals("W08");
            assertThat(cell.state()).isEqualTo(own ? alone.with(sending) : alone);
        });
    }

    @Tag("bench")
    @Test
    void fiveThousandSubjectsWithFortyVisitsAreQuick() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            visits.add(new Visit("V" + i, "Visit " + i, OptionalInt.of(i * 14), 3, 3, List.of()));
        }
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            subjects.add(new Subject(
                    "S" + i, "", OptionalInt.empty(), LocalDate.of(2025, 1, 1).plusDays(i % 700), Map.of()));
        }
        Trial trial = trial(ZoneId.of("Europe/Zurich"), visits, subjects);
        Instant now = Instant.parse("2026-10-30T12:00:00Z");
        List<Long> millis = new ArrayList<>();
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 7; i++) {
            long start = thread.getCurrentThreadCpuTime();
            VisitBoard board = VisitBoard.of(trial, now, List.of());
            assertThat(VisitBoard.closingSoonest(List.of(board))).isNotEmpty();
            millis.add(
                    Duration.ofNanos(thread.getCurrentThreadCpuTime() - start).toMillis());
            assertThat(board.cells()).hasSize(200_000);
        }
        System.err.println(
                "5,000 subjects x 40 visits (budget 200 ms), one run after the other, in ms of this thread: " + millis);
    }
}
