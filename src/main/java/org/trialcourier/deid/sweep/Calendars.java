// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;

/** Patterns of a day as other calendars and numerals write it: eras of East Asia, Buddhist, Islamic, by weeks. */
final class Calendars {
    private static final String[] ERAS = {"(?:令和|R)", "(?:平成|H)", "(?:昭和|S)", "(?:大正|T)", "(?:明治|M)", "(?:民國|民国)"};
    private static final int[] ERA_YEARS = {2018, 1988, 1925, 1911, 1867, 1911};
    private static final int[] ERA_ENDS = {9999, 2019, 1989, 1926, 1912, 9999};
    private static final int BUDDHIST = 543;
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final int TEN = 10;

    private Calendars() {}

    static String buddhistYear(LocalDate date) {
        return String.valueOf(date.getYear() + BUDDHIST);
    }

    /**
     * Adds patterns.
     *
     * @param marks gets texts of which one stands in whatever the patterns match
     */
    static void add(LocalDate date, List<String> marks, List<String> forms) {
        String month = "0?" + date.getMonthValue();
        String day = "0?" + date.getDayOfMonth();
        String year = "%02d".formatted(date.getYear() % 100);
        forms.add("(?<!\\d)'?" + year + "\\s?[년年]\\s?" + month + "\\s?[월月]\\s?" + day + "(?!\\d)");
        forms.add("(?<!\\d)%d-?W%02d-?%d(?!\\d)"
                .formatted(
                        date.get(IsoFields.WEEK_BASED_YEAR),
                        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        date.getDayOfWeek().getValue()));
        marks.add(date.get(IsoFields.WEEK_BASED_YEAR) + "-");
        String inNumerals = numeral(date.getMonthValue()) + '月' + numeral(date.getDayOfMonth());
        marks.add(inNumerals);
        forms.add("年" + inNumerals);
        eras(date, month, day, marks, forms);
        islamic(date, marks, forms);
    }

    private static void eras(LocalDate date, String month, String day, List<String> marks, List<String> forms) {
        for (int i = 0; i < ERAS.length; i++) {
            int year = date.getYear() - ERA_YEARS[i];
            if (year > 0 && date.getYear() <= ERA_ENDS[i]) {
                marks.add(String.valueOf(year));
                String era = "(?<!\\p{L})" + ERAS[i] + "\\s?";
                forms.add(era + "0?" + year + "[./年\\-]" + month + "[./月\\-]" + day + "(?!\\d)");
                forms.add(era + "%02d%02d%02d(?!\\d)".formatted(year, date.getMonthValue(), date.getDayOfMonth()));
            }
        }
    }

    /** The day before and after, too: the month begins when the moon is seen. */
    private static void islamic(LocalDate date, List<String> marks, List<String> forms) {
        try {
            for (int days = -1; days <= 1; days++) {
                HijrahDate other = HijrahDate.from(date.plusDays(days));
                int year = other.get(ChronoField.YEAR);
                String month = "0?" + other.get(ChronoField.MONTH_OF_YEAR);
                String day = "0?" + other.get(ChronoField.DAY_OF_MONTH);
                marks.add(String.valueOf(year));
                forms.add("(?<!\\d|\\d\\.)" + day + "[./\\-]" + month + "[./\\-]" + year + "(?!\\d)");
                forms.add("(?<!\\d|\\d\\.)" + year + "[./\\-]" + month + "[./\\-]" + day + "(?!\\d)");
            }
        } catch (DateTimeException outsideThatCalendar) {
            return;
        }
    }

    private static String numeral(int number) {
        String tens = number < TEN ? "" : number < 2 * TEN ? "十" : NUMERALS.charAt(number / TEN) + "十";
        return number % TEN == 0 ? tens : tens + NUMERALS.charAt(number % TEN);
    }
}
