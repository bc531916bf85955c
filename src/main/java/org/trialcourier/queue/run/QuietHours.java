// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The hours of each day, by the clock on the wall, in which nothing is sent; they may go over midnight.
 *
 * @param from the first moment of quiet
 * @param to the first moment after it; the same as {@code from} for none
 * @param zone of the clock on the wall
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    /** No quiet at any time. */
    public static QuietHours none(ZoneId zone) {
        return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }

    /** Reads {@code HH:mm-HH:mm}; nothing else is understood, and an empty text means none. */
    public static Optional<QuietHours> parse(String text, ZoneId zone) {
        if (text.isBlank()) {
            return Optional.of(none(zone));
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(
                    LocalTime.parse(text.substring(0, dash).strip()),
                    LocalTime.parse(text.substring(dash + 1).strip()),
                    zone));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** When the quiet that holds now ends; nothing where it is not quiet. */
    public Optional<Instant> until(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Optional.empty();
        }
        boolean endsTomorrow = overMidnight && !time.isBefore(from);
        ZonedDateTime end =
                here.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(to).atZone(zone);
        // Where clocks are put back over the end, the wall shows it twice: the later one is meant when the first is
        // past.
        Instant earlier = end.toInstant();
        return Optional.of(
                earlier.isAfter(now) ? earlier : end.withLaterOffsetAtOverlap().toInstant());
    }
}
