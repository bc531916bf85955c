// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.queue.run.QuietHours;

class QuietHoursTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @ParameterizedTest
    @CsvSource({
        "08:00-18:00, 2026-11-23T07:59:59+01:00, ",
        "08:00-18:00, 2026-11-23T08:00:00+01:00, 2026-11-23T18:00:00+01:00",
        "08:00-18:00, 2026-11-23T18:00:00+01:00, ",
        "22:00-06:00, 2026-11-23T23:30:00+01:00, 2026-11-24T06:00:00+01:00",
        "22:00-06:00, 2026-11-24T05:59:00+01:00, 2026-11-24T06:00:00+01:00",
        "22:00-06:00, 2026-11-24T06:00:00+01:00, ",
        // Clocks go forward at 2:00: 2:30 is never seen on the wall, and comes at 3:30.
        "22:00-02:30, 2026-03-29T01:30:00+01:00, 2026-03-29T03:30:00+02:00",
        // Clocks go back at 3:00: 2:30 is seen twice.
        "22:00-02:30, 2026-10-25T01:30:00+02:00, 2026-10-25T02:30:00+02:00",
        "22:00-02:30, 2026-10-25T02:10:00+01:00, 2026-10-25T02:30:00+01:00",
        // Another zone than the site's, the same moment.
        "22:00-06:00, 2026-11-23T17:00:00-05:00, 2026-11-24T06:00:00+01:00",
        "'', 2026-11-23T17:00:00-05:00, ",
        "07:00-07:00, 2026-11-23T07:00:00+01:00, "
    })
    void tellsWhenTheQuietEnds(String hours, String now, String end) {
        Optional<Instant> expected = Optional.ofNullable(end).map(QuietHoursTest::instant);
        assertThat(QuietHours.parse(hours, ZURICH).orElseThrow().until(instant(now)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8-18", "25:00-26:00", "08:00", "-", "'08:00 18:00'", "08:00-", "x-y"})
    void whatIsNoPairOfTimesIsNotUnderstood(String text) {
        assertThat(QuietHours.parse(text, ZURICH)).isEmpty();
    }

    @Test
    void theEndIsInTheFutureWithinTwoDaysAndNotQuietItself() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            QuietHours quiet = new QuietHours(
                    LocalTime.ofSecondOfDay(random.nextInt(1440) * 60L),
                    LocalTime.ofSecondOfDay(random.nextInt(1440) * 60L),
                    ZURICH);
            Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86400));
            Optional<Instant> end = quiet.until(now);
            if (end.isPresent()) {
                assertThat(end.get())
                        .as("seed %d, %s at %s", seed, quiet, now)
                        .isAfter(now)
                        .isBefore(now.plus(Duration.ofHours(26)));
            }
        }
    }

    private static Instant instant(String text) {
        return ZonedDateTime.parse(text).toInstant();
    }
}
