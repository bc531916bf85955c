// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The visit board for other programs: rows for JSON, CSV for spreadsheets, ICS for calendars. */
public final class VisitExport {
    private static final int ICS_LINE_OCTETS = 75;
    private static final DateTimeFormatter ICS_DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter ICS_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String UNKNOWN = "unknown";

    private VisitExport() {}

    /**
     * One visit of one subject; the components are the fields of {@code visits --json}.
     *
     * @param state see {@link VisitState.Kind#jsonName}; {@code unknown} where the visit may have been sent unseen
     * @param days see {@link VisitState#days}
     * @param opens ISO date, null where nobody knows it; so are {@code day} and {@code closes}
     */
    public record Entry(
            String trial,
            String site,
            String subject,
            String visit,
            String name,
            String state,
            long days,
            int percent,
            @Nullable String opens,
            @Nullable String day,
            @Nullable String closes,
            String note) {}

    /** Says what a calendar cannot. */
    @FunctionalInterface
    public interface Planned {
        /** For which day a visit is planned, and whether it may have been sent unseen. */
        String say(LocalDate day, boolean unknown);
    }

    /** All cells of a board. */
    public static List<Entry> entries(VisitBoard board) {
        return board.cells().map(cell -> entry(cell, board.blind())).toList();
    }

    private static Entry entry(VisitBoard.Cell cell, boolean blind) {
        VisitWindow window = cell.window();
        VisitState state = cell.state();
        boolean unknown = isUnknown(state.kind(), blind);
        return new Entry(
                cell.trial().id(),
                cell.trial().site().id(),
                cell.subject().id(),
                cell.visit().id(),
                cell.visit().name(),
                unknown ? UNKNOWN : state.kind().jsonName(),
                unknown ? VisitState.UNKNOWN_DAYS : state.days(),
                state.percent(),
                window == null ? null : window.opens().toString(),
                window == null ? null : window.day().toString(),
                window == null ? null : window.closes().toString(),
                state.note());
    }

    /** A visit that looks as if it were to be sent now, where it may have been sent unseen. */
    private static boolean isUnknown(VisitState.Kind kind, boolean blind) {
        return blind && (kind == VisitState.Kind.DUE || kind == VisitState.Kind.OVERDUE);
    }

    /** RFC 4180, with a header line; values that a spreadsheet would take for a formula are made text. */
    public static String csv(List<VisitBoard> boards) {
        StringBuilder csv =
                new StringBuilder("trial,site,subject,visit,name,state,days,percent,opens,day,closes,note\r\n");
        for (Entry entry :
                boards.stream().flatMap(board -> entries(board).stream()).toList()) {
            List<String> fields = Stream.of(
                            entry.trial(),
                            entry.site(),
                            entry.subject(),
                            entry.visit(),
                            entry.name(),
                            entry.state(),
                            entry.days() == VisitState.UNKNOWN_DAYS ? "" : Long.toString(entry.days()),
                            Integer.toString(entry.percent()),
                            entry.opens() == null ? "" : entry.opens(),
                            entry.day() == null ? "" : entry.day(),
                            entry.closes() == null ? "" : entry.closes(),
                            entry.note())
                    .map(VisitExport::csvField)
                    .toList();
            csv.append(String.join(",", fields)).append("\r\n");
        }
        return csv.toString();
    }

    private static String csvField(String value) {
        String bare = value.stripLeading();
        boolean formula = !bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0;
        String safe = formula || value.startsWith("\t") || value.startsWith("\r") ? "'" + value : value;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * A calendar (RFC 5545) with one all-day event for each window that is still to come or open.
     *
     * @param now written as the time at which the calendar was made
     */
    public static String ics(List<VisitBoard> boards, Instant now, Planned planned) {
        StringBuilder ics = new StringBuilder();
        line(ics, "BEGIN:VCALENDAR");
        line(ics, "VERSION:2.0");
        line(ics, "PRODID:-//TrialCourier//Visits//EN");
        for (VisitBoard board : boards) {
            board.cells()
                    .filter(cell -> cell.state().kind().isOpen() && cell.state().kind() != VisitState.Kind.OVERDUE)
                    .forEach(cell -> event(
                            ics,
                            cell,
                            now,
                            day -> planned.say(day, isUnknown(cell.state().kind(), board.blind()))));
        }
        line(ics, "END:VCALENDAR");
        return ics.toString();
    }

    private static void event(
            StringBuilder ics, VisitBoard.Cell cell, Instant now, Function<LocalDate, String> planned) {
        VisitWindow window = cell.window();
        if (window == null) {
            return;
        }
        Trial trial = cell.trial();
        LocalDate end = window.closes().plusDays(1);
        line(ics, "BEGIN:VEVENT");
        line(
                ics,
                "UID:%s/%s/%s/%s@trialcourier.org"
                        .formatted(
                                trial.id(),
                                trial.site().id(),
                                cell.subject().id(),
                                cell.visit().id()));
        line(ics, "DTSTAMP:" + ICS_TIME.format(now));
        line(ics, "DTSTART;VALUE=DATE:" + ICS_DAY.format(window.opens()));
        line(ics, "DTEND;VALUE=DATE:" + ICS_DAY.format(end));
        line(
                ics,
                "SUMMARY:"
                        + icsText("%s %s: %s"
                                .formatted(
                                        trial.trial().name(),
                                        cell.subject().id(),
                                        cell.visit().name())));
        line(ics, "DESCRIPTION:" + icsText(planned.apply(window.day())));
        line(ics, "TRANSP:TRANSPARENT");
        line(ics, "END:VEVENT");
    }

    private static String icsText(String text) {
        return text.replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folds at 75 octets and never inside a character. */
    private static void line(StringBuilder ics, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > ICS_LINE_OCTETS) {
                ics.append("\r\n ");
                octets = 1;
            }
            ics.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        ics.append("\r\n");
    }
}
