// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds one birth date in text in the forms in which hospitals of the world write it: in any order, with month names,
 * with two digits of the year, as a day of the year, in other calendars, in personal numbers, as seconds since 1970.
 */
final class BirthDates {
    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "ru", "el", "sv", "tr", "fi", "hu", "ro",
                    "da", "nb", "hr", "uk", "bg", "sr", "he", "ar", "fa", "hi", "th", "vi", "id")
            .map(Locale::of)
            .toList();
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    private static final String TIME_OF_DAY = "(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?";

    /** As in 4.3.61 or, with a month of Roman numbers, 4V61. */
    private static final int SHORTEST = 4;

    private final List<String> marks = new ArrayList<>();
    private final Pattern pattern;

    BirthDates(LocalDate date) {
        String common = "%04d".formatted(date.getYear());
        String year = "(?:" + common + '|' + Calendars.buddhistYear(date) + ')';
        String shortYear = common.substring(2);
        String day = "0?" + date.getDayOfMonth();
        String month = "0?" + date.getMonthValue();
        String words = words(date);
        String end = "(?!\\d|[.,]\\d)";
        String joiner = "[\\s./,_'\\-]{0,3}";
        String ordinal = "(?:st|nd|rd|th|er|[.º])?";
        String of = "(?:\\s*(?:of|de|del|di|den|of the)\\b)?";
        marks.add(shortYear);
        marks.add(Calendars.buddhistYear(date));
        List<String> forms = new ArrayList<>();
        for (String order : List.of(day + "%1$s" + month, month + "%1$s" + day)) {
            forms.add("(?<!\\d|\\d\\.)" + order.formatted("[\\s./,_\\-]{1,3}") + "[\\s./,_\\-]{1,3}" + year + end);
            forms.add("(?<!\\d|\\d\\.)" + order.formatted("\\s?[./\\-]\\s?") + "\\s?[./\\-]\\s?'?" + shortYear + end);
        }
        forms.add("(?<!\\d|\\d\\.)" + year + "[\\s./,_年년\\-]{1,3}" + month + "[\\s./,_月월\\-]{1,3}" + day + "(?!\\d)");
        forms.add("(?<!\\d|\\d\\.)'?" + shortYear + "[./\\-]" + month + "[./\\-]" + day + end);
        forms.add("(?<!\\d|[.,])(?:" + joined(date, year) + ")(?:" + TIME_OF_DAY + ")?(?!\\d)");
        forms.add("(?<!\\d|[.,])(?:" + joined(date, shortYear) + ")" + end);
        forms.add("(?<!\\d)" + day + ordinal + of + joiner + words + "\\.?" + of + joiner + "(?:" + year + '|'
                + shortYear + ")(?!\\d)");
        forms.add("(?<!\\p{L})" + words + "\\.?" + joiner + day + ordinal + joiner + "(?:" + year + '|' + shortYear
                + ")(?!\\d)");
        forms.add("(?<!\\d)" + year + joiner + words + "\\.?" + joiner + day + "(?!\\d)");
        forms.add("(?<!\\d)" + common + "-?%03d(?!\\d)".formatted(date.getDayOfYear()));
        Calendars.add(date, marks, forms);
        PersonalNumbers.add(date, forms);
        long seconds = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        if (Math.abs(seconds) > 99_999_999) {
            String digits = String.valueOf(Math.abs(seconds));
            marks.add(digits);
            forms.add("(?<!\\d)" + digits + "(?:000)?(?!\\d)");
        }
        pattern = Pattern.compile(String.join("|", forms), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Visits each place where the date is written, in text whose digits are plain; the run is empty. */
    void visit(String text, Digits.Visitor visitor) {
        if (text.length() < SHORTEST) {
            return;
        }
        if (marks.stream().noneMatch(text::contains)) {
            return;
        }
        Matcher matcher = pattern.matcher(text);
        while (matcher.find() && visitor.visit("", matcher.start(), matcher.end())) {
            // The visitor says whether to go on.
        }
    }

    private static String joined(LocalDate date, String year) {
        String day = "%02d".formatted(date.getDayOfMonth());
        String month = "%02d".formatted(date.getMonthValue());
        return year + month + day + '|' + day + month + year + '|' + month + day + year;
    }

    private static String words(LocalDate date) {
        Set<String> words = new LinkedHashSet<>();
        for (Locale language : LANGUAGES) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
                String word = date.getMonth().getDisplayName(style, language).replaceFirst("\\.$", "");
                words.add(word);
                words.add(Folded.text(word));
            }
        }
        words.add(ROMAN[date.getMonthValue() - 1]);
        words.removeIf(word -> word.isBlank() || word.chars().anyMatch(Character::isDigit));
        List<String> longestFirst = new ArrayList<>(words);
        longestFirst.sort((one, other) -> other.length() - one.length());
        return "(?:"
                + String.join("|", longestFirst.stream().map(Pattern::quote).toList()) + ")";
    }
}
