// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calendar of the board, read by the icalendar library of Python. (It takes an escaped backslash before an n for a new line.) */
@Tag("peer")
class VisitCalendarPeerTest {
    private static final Instant NOW = Instant.parse("2026-10-19T23:30:00Z");
    private static final LocalDate DAY_0 = LocalDate.of(2026, 9, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lumen 301",
                "Lumen; 301, back\\slash \"quoted\" : = ^",
                "two\nlines\tand a tab",
                "ORGANIZER:mailto:x@example.test\nEND:VEVENT\nBEGIN:VEVENT\nUID:forged",
                "Étude « Lumière » – œsophage, 12 semaines",
                "肺がん治験ルーメン第三百一号における十二週目の胸部コンピュータ断層撮影検査とその後の経過観察",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "a\u0301\u0301\u0301 ไทยการศึกษาทางคลินิก العربية דוגמה क्‍ष",
            })
    void namesComeBackAsTheyWere(String name) throws Exception {
        List<JsonNode> events = read(trial(name, "Europe/Zurich", "Week 8 " + name));
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().get("summary").asString())
                .isEqualTo((name + " S: Week 8 " + name).replace("\t", ""));
        assertThat(events.getFirst().get("uid").asString()).isEqualTo("T/001/S/W08@trialcourier.org");
    }

    /** All-day dates belong to no zone: the window is the same everywhere, only what is still open depends on the site. */
    @ParameterizedTest
    @CsvSource({"Europe/Zurich", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Kathmandu"})
    void aWindowIsWholeDaysWithItsLastOneIncludedInEveryZone(String zone) throws Exception {
        JsonNode event = read(trial("Lumen", zone, "Week 8")).getFirst();
        assertThat(event.get("start").asString()).isEqualTo("date 2026-10-20");
        assertThat(event.get("end").asString()).as("the day after the last").isEqualTo("date 2026-11-04");
        assertThat(event.get("stamp").asString()).isEqualTo("datetime 2026-10-19T23:30:00+00:00");
        assertThat(event.get("description").asString()).contains("2026-10-27");
    }

    @Test
    void noLineIsLongerThan75OctetsAndAllEndAsTheyMust() throws Exception {
        String ics = VisitExport.ics(
                boards(trial("治験".repeat(200), "UTC", "é".repeat(333))), NOW, (day, unknown) -> day.toString());
        assertThat(ics).endsWith("END:VCALENDAR\r\n");
        assertThat(ics.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(Stream.of(ics.split("\r\n"))).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(read(ics)).hasSize(1);
    }

    private List<JsonNode> read(Trial trial) throws Exception {
        return read(VisitExport.ics(boards(trial), NOW, (day, unknown) -> day.toString()));
    }

    private List<JsonNode> read(String ics) throws Exception {
        Path file = Files.writeString(folder.resolve("visits.ics"), ics);
        Process python = new ProcessBuilder("/usr/bin/python3", "src/test/peers/read-calendar.py", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return out.lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<VisitBoard> boards(Trial trial) {
        return List.of(VisitBoard.of(trial, NOW, List.of()));
    }

    private static Trial trial(String name, String zone, String visitName) {
        Visit visit = new Visit("W08", visitName, OptionalInt.of(56), 7, 7, List.of());
        Subject subject = new Subject("S", "", OptionalInt.empty(), DAY_0, Map.of());
        return new Trial(
                1,
                new TrialInfo("T", name, "", ""),
                new Site("001", "", ZoneId.of(zone)),
                new DestinationSpec(
                        DestinationSpec.Type.TUS,
                        URI.create("https://receiver.test/files/"),
                        null,
                        DestinationSpec.SignIn.NONE),
                new Deidentification(List.of(), List.of(), 365),
                List.of(visit),
                List.of(),
                List.of(subject),
                List.of(),
                "{}");
    }
}
