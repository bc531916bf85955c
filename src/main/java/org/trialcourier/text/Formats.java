// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;

/** Sizes, durations and dates as a person reads them, by the locale of the words. */
public final class Formats {
    private final Words words;

    Formats(Words words) {
        this.words = words;
    }

    /** A size such as "216 MB": decimal units (1 KB = 1000 bytes), at most three digits. */
    public String bytes(long bytes) {
        String[] units = words.say("format.units").split(" ", -1);
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        NumberFormat number = NumberFormat.getInstance(words.locale());
        number.setMaximumFractionDigits(unit > 0 && size < 9.95 ? 1 : 0);
        return number.format(size) + " " + units[unit];
    }

    /** A number with the locale's grouping. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(words.locale()).format(value);
    }

    /** A share (0 to 1) as whole per cent, rounded down so that 100 % means all. */
    public String percent(double share) {
        return words.say("format.percent", (int) Math.floor(Math.clamp(share, 0, 1) * 100));
    }

    /** A duration such as "about 3 min". */
    public String about(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 60) {
            return words.say("format.about.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 90) {
            return words.say("format.about.minutes", minutes);
        }
        return words.say("format.about.hours", Math.round(minutes / 60.0));
    }

    /** A day: ISO form in English, the locale's medium form elsewhere. */
    public String day(LocalDate day) {
        return days().format(day);
    }

    /** How a day is written and typed. */
    public DateTimeFormatter days() {
        return words.locale().getLanguage().equals("en")
                ? DateTimeFormatter.ISO_LOCAL_DATE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale());
    }

    /** A DICOM date (YYYYMMDD) as a day; anything else as it stands. */
    public String dicomDay(String value) {
        if (!value.matches("\\d{8}")) {
            return value;
        }
        try {
            return day(LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    /** A moment as day and time of day, to the minute. */
    public String moment(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        return day(local.toLocalDate())
                + " "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(words.locale())
                        .format(local);
    }
}
