// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Days as trial files and exports write them; years that no trial has, are none. */
final class GivenDay {
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    private GivenDay() {}

    /** A day of the form 2026-09-01; null for anything else. */
    static @Nullable LocalDate of(String text) {
        try {
            return sensible(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * A day, or a day with a time of day (xs:date, xs:dateTime). A moment with an offset is the day that it was at the
     * site; a time without one is the site's own.
     *
     * @return null for anything else
     */
    static @Nullable LocalDate of(String text, ZoneId site) {
        try {
            if (text.indexOf('T') < 0) {
                return sensible(LocalDate.from(DateTimeFormatter.ISO_DATE.parse(text)));
            }
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return sensible(
                    moment instanceof OffsetDateTime exact
                            ? exact.atZoneSameInstant(site).toLocalDate()
                            : LocalDate.from(moment));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate sensible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
    }
}
