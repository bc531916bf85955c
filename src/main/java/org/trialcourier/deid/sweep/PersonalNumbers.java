// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.time.LocalDate;
import java.util.List;

/**
 * Patterns of the numbers that states give to people and that begin with the birth date: of Poland, the Nordic countries
 * and Bulgaria, of Czechia and Slovakia (women: month and 50), of China, of Italy.
 */
final class PersonalNumbers {
    private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";
    private static final int CENTURY = 100;
    private static final int OF_WOMEN = 50;
    private static final int OF_WOMEN_IN_ITALY = 40;

    /** Poland adds it to months from the year 2000 on. */
    private static final int NEW_CENTURY = 20;

    private PersonalNumbers() {}

    static void add(LocalDate date, List<String> forms) {
        int year = date.getYear() % CENTURY;
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        String yearFirst = "%02d%02d%02d".formatted(year, month, day);
        String dayFirst = "%02d%02d%02d".formatted(day, month, year);
        String newCentury = "%02d%02d%02d".formatted(year, month + NEW_CENTURY, day);
        String ofWomen = "%02d%02d%02d".formatted(year, month + OF_WOMEN, day);
        forms.add("(?<![\\d.,])(?:" + yearFirst + '|' + dayFirst + '|' + newCentury + ")\\d{4,5}(?!\\d)");
        forms.add("(?<![\\d.,])" + ofWomen + "/?\\d{3,4}(?!\\d)");
        forms.add(
                "(?<![\\d.,])[1-9]\\d{5}%04d%02d%02d\\d{3}[\\dX](?![\\p{L}\\d])".formatted(date.getYear(), month, day));
        forms.add("(?<!\\p{L})[A-Z]{6}%02d%s(?:%02d|%02d)[A-Z]\\d{3}[A-Z](?!\\p{L})"
                .formatted(year, ITALIAN_MONTHS.charAt(month - 1), day, day + OF_WOMEN_IN_ITALY));
    }
}
