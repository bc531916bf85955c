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
 * with two digits of the year, as a day of the year, in a Japanese era, as seconds since 1970.
 */
final class BirthDates {
    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "ru", "el", "sv", "tr", "fi", "hu", "ro")
            .map(Locale::of)
            .toList();
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    private static final String[] ERAS = {"(?:令和|R)", "(?:平成|H)", "(?:昭和|S)", "(?:大正|T)", "(?:明治|M)"};
    private static final int[] ERA_YEARS = {2018, 1988, 1925, 1911, 1867};
    private static final int[] ERA_ENDS = {9999, 2019, 1989, 1926, 1912};
    private static final char WIDE_ZERO = '０';

    /** As in 4.3.61 or, with a month of Roman numbers, 4V61. */
    private static final int SHORTEST = 4;

    private final List<String> marks = new ArrayList<>();
    private final Pattern pattern;

    BirthDates(LocalDate date) {
        String year = "%04d".formatted(date.getYear());
        String shortYear = year.substring(2);
        String day = "0?" + date.getDayOfMonth();
        String month = "0?" + date.getMonthValue();
        String words = words(date);
        String end = "(?!\\d|[.,]\\d)";
        String joiner = "[\\s./,_'\\-]{0,3}";
        String ordinal = "(?:st|nd|rd|th|er|[.º])?";
        String of = "(?:\\s*(?:of|de|del|di|den|of the)\\b)?";
        marks.add(shortYear);
        List<String> forms = new ArrayList<>();
        for (String order : List.of(day + "%1$s" + month, month + "%1$s" + day)) {
            forms.add("(?<!\\d|\\d\\.)" + order.formatted("[\\s./,_\\-]{1,3}") + "[\\s./,_\\-]{1,3}" + year + end);
            forms.add("(?<!\\d|\\d\\.)" + order.formatted("\\s?[./\\-]\\s?") + "\\s?[./\\-]\\s?'?" + shortYear + end);
        }
        forms.add("(?<!\\d|\\d\\.)" + year + "[\\s./,_年\\-]{1,3}" + month + "[\\s./,_月\\-]{1,3}" + day + "(?!\\d)");
        forms.add("(?<!\\d|\\d\\.)'?" + shortYear + "[./\\-]" + month + "[./\\-]" + day + end);
        forms.add("(?<!\\d|[.,])(?:" + joined(date, year) + ")(?!\\d)");
        forms.add("(?<!\\d|[.,])(?:" + joined(date, shortYear) + ")" + end);
        forms.add("(?<!\\d)" + day + ordinal + of + joiner + words + "\\.?" + of + joiner + "(?:" + year + '|'
                + shortYear + ")(?!\\d)");
        forms.add("(?<!\\p{L})" + words + "\\.?" + joiner + day + ordinal + joiner + "(?:" + year + '|' + shortYear
                + ")(?!\\d)");
        forms.add("(?<!\\d)" + year + joiner + words + "\\.?" + joiner + day + "(?!\\d)");
        forms.add("(?<!\\d)" + year + "-?%03d(?!\\d)".formatted(date.getDayOfYear()));
        era(date, month, day, forms);
        long seconds = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        if (Math.abs(seconds) > 99_999_999) {
            String digits = String.valueOf(Math.abs(seconds));
            marks.add(digits);
            forms.add("(?<!\\d)" + digits + "(?:000)?(?!\\d)");
        }
        pattern = Pattern.compile(String.join("|", forms), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Visits each place where the date is written; the run is empty. */
    void visit(String text, Digits.Visitor visitor) {
        if (text.length() < SHORTEST) {
            return;
        }
        String plain = plain(text);
        if (marks.stream().noneMatch(plain::contains)) {
            return;
        }
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find() && visitor.visit("", matcher.start(), matcher.end())) {
            // The visitor says whether to go on.
        }
    }

    private void era(LocalDate date, String month, String day, List<String> forms) {
        for (int i = 0; i < ERAS.length; i++) {
            int year = date.getYear() - ERA_YEARS[i];
            if (year > 0 && date.getYear() <= ERA_ENDS[i]) {
                marks.add(String.valueOf(year));
                forms.add(
                        "(?<!\\p{L})" + ERAS[i] + "\\s?0?" + year + "[./年\\-]" + month + "[./月\\-]" + day + "(?!\\d)");
            }
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

    /** The text with the wide digits of East Asia made plain; as long as it was. */
    private static String plain(String text) {
        StringBuilder made = null;
        for (int at = 0; at < text.length(); at++) {
            int digit = text.charAt(at) - WIDE_ZERO;
            if (digit >= 0 && digit <= 9) {
                made = made == null ? new StringBuilder(text) : made;
                made.setCharAt(at, (char) ('0' + digit));
            }
        }
        return made == null ? text : made.toString();
    }
}
