// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialcourier.deid.TrialKey;
import org.trialcourier.dicom.Vr;

/**
 * Moves all dates of a subject into the past by one number of whole days, which comes from the trial's key: intervals
 * and times of day stay exact (PS3.15 E.3.6).
 */
public final class DateShift {
    private static final Pattern DA = Pattern.compile("(\\d{4})([.\\-/]?)(\\d{2})\\2(\\d{2})");
    private static final Pattern DT =
            Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?((?:\\d{2}){0,3}(?:\\.\\d{1,6})?)((?:[+-]\\d{4})?)");
    private static final Pattern TM = Pattern.compile("([01]\\d|2[0-4])(:?[0-5]\\d(:?([0-5]\\d|60)(\\.\\d{1,6})?)?)?");
    private static final int MIDDLE_MONTH = 7;
    private static final int MIDDLE_DAY = 15;

    private final int days;

    /** The shift of a subject: 1 to {@code widest} days. */
    public DateShift(TrialKey key, String subjectId, int widest) {
        BigInteger number = new BigInteger(1, key.derive("date", subjectId));
        this.days = 1 + number.mod(BigInteger.valueOf(widest)).intValueExact();
    }

    /** By how many days dates move into the past. */
    public int days() {
        return days;
    }

    /** A shifted value of VR DA, DT or TM; nothing where it is none. */
    public Optional<String> shift(Vr vr, String value) {
        String text = value.strip();
        try {
            return switch (vr) {
                case DA -> date(text);
                case DT -> dateTime(text);
                case TM -> TM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Optional<String> date(String text) {
        Matcher matcher = DA.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(write(LocalDate.of(number(matcher, 1), number(matcher, 3), number(matcher, 4)), 8));
    }

    /** A date without month or day moves from its middle and is cut to what it said. */
    private Optional<String> dateTime(String text) {
        Matcher matcher = DT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = matcher.group(2) == null ? MIDDLE_MONTH : number(matcher, 2);
        int day = matcher.group(3) == null ? MIDDLE_DAY : number(matcher, 3);
        int digits = matcher.end(3) > 0 ? 8 : matcher.end(2) > 0 ? 6 : 4;
        LocalDate date = LocalDate.of(number(matcher, 1), month, day);
        return Optional.of(write(date, digits) + matcher.group(4) + matcher.group(5));
    }

    private String write(LocalDate date, int digits) {
        LocalDate moved = date.minusDays(days);
        if (moved.getYear() < 1) {
            throw new DateTimeException("before the calendar");
        }
        return "%04d%02d%02d"
                .formatted(moved.getYear(), moved.getMonthValue(), moved.getDayOfMonth())
                .substring(0, digits);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
