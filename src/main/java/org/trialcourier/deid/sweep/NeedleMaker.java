// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trialcourier.deid.sweep.Needle.Bound;
import org.trialcourier.dicom.PersonName;

/**
 * Makes of each value of a patient the forms in which it may turn up elsewhere, and leaves out what is too short or too
 * common to mean this patient.
 */
public final class NeedleMaker {
    /** The kind of what comes from the name of a file or folder. */
    public static final String FILE_NAME = "file or folder name";

    /** The kind of the name or address of a hospital. */
    public static final String INSTITUTION = "institution";

    /** The kind of identifiers that numbers of series and instances often equal by chance. */
    public static final String STUDY_ID = "study id";

    /** The kind of two initials, which are cut out of text where a dot stands between them, and hold nothing. */
    static final String INITIALS = "initials";

    /** The kind of birth dates. */
    public static final String BIRTH_DATE = "birth date";

    /** The kind of dates of examinations. */
    public static final String STUDY_DATE = "date of an examination";

    private static final String PHONE = "telephone number";
    static final int WORD = 3;
    private static final int LONG_WORD = 6;
    private static final int CUT_SHORT = 8;
    static final int NUMBER = 5;
    private static final int PHONE_DIGITS = 7;
    /** Family, given and middle name; then come forms of address. */
    private static final int NAMES_OF_A_PERSON = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[.\\-/]?(\\d{2})[.\\-/]?(\\d{2})");

    private NeedleMaker() {}

    /** The folded words of a text. */
    public static List<String> words(String text) {
        String folded = Folded.text(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
    }

    /** A person's name as in VR PN: its words, and its parts in any order, together and apart. */
    public static Set<Needle> name(String value, String kind) {
        Set<Needle> needles = new LinkedHashSet<>();
        PersonName name = PersonName.parse(value);
        for (String group : List.of(name.alphabetic(), name.ideographic(), name.phonetic())) {
            List<String> parts = new ArrayList<>();
            for (String part : group.split("\\^", -1)) {
                for (String spelling : Spelling.of(part)) {
                    word(needles, spelling.replace(" ", ""), kind);
                    words(spelling).forEach(word -> {
                        word(needles, word, kind);
                        NameForms.ofWord(needles, word, kind);
                    });
                }
                Stream.concat(Stream.of(part), BETWEEN_WORDS.splitAsStream(part))
                        .flatMap(word -> Spelling.damaged(word).stream())
                        .filter(spoilt -> spoilt.length() >= NUMBER && !CommonWords.has(spoilt))
                        .filter(spoilt -> spoilt.chars().allMatch(c -> c < 128))
                        .forEach(spoilt -> needles.add(new Needle(spoilt, kind, Bound.LETTERS)));
                String folded = Folded.text(part);
                if (!folded.isEmpty()) {
                    parts.add(folded);
                }
            }
            if (parts.size() > 1) {
                needles.add(
                        new Needle(parts.get(0).charAt(0) + " " + parts.get(1).charAt(0), INITIALS, Bound.LETTERS));
                needles.add(
                        new Needle(parts.get(1).charAt(0) + " " + parts.get(0).charAt(0), INITIALS, Bound.LETTERS));
                pair(needles, parts.get(0), parts.get(1), kind);
                pair(needles, parts.get(1), parts.get(0), kind);
                String first = Folded.text(Transliteration.latin(parts.get(0)));
                String second = Folded.text(Transliteration.latin(parts.get(1)));
                pair(needles, first, second, kind);
                pair(needles, second, first, kind);
                Spelling.of(group.split("\\^", -1)[0])
                        .forEach(family -> NameForms.ofPair(needles, family, parts.get(1), kind));
            }
        }
        return needles;
    }

    /**
     * Parts of a person's name that are found beside another part only: each word of them is too short to mean this person
     * alone. Single letters and forms of address are no such parts.
     */
    public static List<String> onlyFoundTogether(String value) {
        PersonName name = PersonName.parse(value);
        return Stream.of(name.alphabetic(), name.ideographic(), name.phonetic())
                .flatMap(group -> Stream.of(group.split("\\^", -1)).limit(NAMES_OF_A_PERSON))
                .map(String::strip)
                .filter(part -> Folded.text(part).replace(" ", "").length() > 1)
                .filter(part -> words(part).stream().allMatch(NeedleMaker::isTooShort))
                .distinct()
                .toList();
    }

    private static boolean isTooShort(String word) {
        return word.length() < Math.min(WORD, shortestWithin(word));
    }

    /** An identifier of some kind: patient id, accession number and their like. */
    public static Set<Needle> id(String value, String kind) {
        return IdNeedles.of(value, kind);
    }

    /** The day that a value of a birth date says, where it is one. */
    public static Optional<LocalDate> birthDay(String value) {
        Matcher matcher = DATE.matcher(value.strip());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** A birth date that is no day of the calendar. */
    public static Set<Needle> birthDate(String value) {
        Set<Needle> needles = new LinkedHashSet<>();
        if (birthDay(value).isEmpty()) {
            number(needles, Folded.text(value).replace(" ", ""), BIRTH_DATE);
        }
        return needles;
    }

    /** A date of an examination, where dates do not stay as they are: beside shifted dates it would tell the shift. */
    public static Set<Needle> studyDate(String value) {
        Set<Needle> needles = new LinkedHashSet<>();
        Matcher matcher = DATE.matcher(value.strip());
        if (matcher.matches()) {
            String year = matcher.group(1);
            String month = matcher.group(2);
            String day = matcher.group(3);
            for (String separator : List.of("", " ")) {
                needles.add(new Needle(String.join(separator, year, month, day), STUDY_DATE, Bound.DIGITS));
                needles.add(new Needle(String.join(separator, day, month, year), STUDY_DATE, Bound.DIGITS));
            }
        }
        return needles;
    }

    /** An address of some kind: its lines, all of it, and its longer words, such as street and town. */
    public static Set<Needle> address(String value, String kind) {
        Set<Needle> needles = new LinkedHashSet<>();
        for (String line : value.split("[\\r\\n^,;]+", -1)) {
            String folded = Folded.text(line);
            if (folded.length() >= 8 && !words(line).stream().allMatch(CommonWords::has)) {
                needles.add(new Needle(folded, kind, Bound.BOTH));
                needles.add(new Needle(Spelling.ofStreet(folded), kind, Bound.BOTH));
            }
        }
        phrase(needles, Folded.text(value), kind);
        longWords(needles, value, kind);
        return needles;
    }

    /** A telephone number; it is also found with other separators. */
    public static Set<Needle> phone(String value) {
        Set<Needle> needles = new LinkedHashSet<>();
        String digits = value.replaceAll("\\D", "");
        if (digits.length() >= PHONE_DIGITS) {
            number(needles, digits, PHONE);
            // The last digits are the same with and without the code of the country.
            needles.add(
                    new Needle(digits.substring(Math.max(0, digits.length() - PHONE_DIGITS - 1)), PHONE, Bound.DIGITS));
            needles.add(new Needle(Folded.text(value), PHONE, Bound.DIGITS));
        }
        return needles;
    }

    /** The name of a hospital or department. */
    public static Set<Needle> institution(String value) {
        Set<Needle> needles = new LinkedHashSet<>();
        if (!words(value).stream().allMatch(CommonWords::has)) {
            for (String spelling : Spelling.of(value)) {
                phrase(needles, spelling, INSTITUTION);
                longWords(needles, spelling, INSTITUTION);
            }
        }
        return needles;
    }

    /** A part of the name of a file or folder, without the UIDs in it. */
    public static Set<Needle> fileName(String part) {
        Set<Needle> needles = new LinkedHashSet<>();
        for (String word : words(part.replaceFirst("\\.[A-Za-z]{1,4}$", ""))) {
            if (word.chars().allMatch(Character::isDigit)) {
                String digits = word.replaceFirst("^0+", "");
                if (digits.length() > NUMBER && !isDate(word)) {
                    needles.add(new Needle(word, FILE_NAME, Bound.DIGITS));
                }
            } else if (word.chars().noneMatch(Character::isDigit) && word.length() > WORD && !CommonWords.has(word)) {
                needles.add(new Needle(word, FILE_NAME, word.length() >= LONG_WORD ? Bound.NONE : Bound.LETTERS));
            }
        }
        return needles;
    }

    private static void longWords(Set<Needle> needles, String text, String kind) {
        for (String word : words(text)) {
            if (word.length() >= LONG_WORD
                    && !CommonWords.has(word)
                    && word.chars().allMatch(Character::isLetter)) {
                needles.add(new Needle(word, kind, Bound.LETTERS));
            }
        }
    }

    static void word(Set<Needle> needles, String word, String kind) {
        if (word.isEmpty() || CommonWords.has(word) || word.chars().anyMatch(Character::isDigit)) {
            return;
        }
        // Attributes of few characters cut a long name short.
        for (int length = LONG_WORD; word.length() >= CUT_SHORT && length < word.length(); length++) {
            String front = word.substring(0, length);
            if (!TradeWords.has(front)) {
                needles.add(new Needle(front, kind, Bound.LETTERS));
            }
        }
        boolean latin = word.chars().allMatch(c -> c < 0x2E80);
        if (word.length() >= shortestWithin(word)) {
            needles.add(new Needle(word, kind, Bound.NONE));
            if (latin) {
                needles.add(new Needle(new StringBuilder(word).reverse().toString(), kind, Bound.LETTERS));
            }
        } else if (latin && word.length() >= WORD) {
            needles.add(new Needle(word, kind, Bound.LETTERS));
        }
    }

    /**
     * Letters from which a word is found within a longer one: few in writing without blanks between words, and where
     * articles and prepositions are written together with the word.
     */
    private static int shortestWithin(String word) {
        return switch (Character.UnicodeScript.of(word.charAt(0))) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> 2;
            case THAI, LAO, KHMER, MYANMAR, ARABIC, HEBREW -> WORD + 1;
            default -> word.charAt(0) < 0x2E80 ? LONG_WORD : 2;
        };
    }

    private static void pair(Set<Needle> needles, String one, String other, String kind) {
        String joined = one + other;
        boolean latin = joined.chars().allMatch(c -> c < 0x2E80);
        if (joined.length() >= (latin ? 4 : 2)) {
            needles.add(new Needle(one + ' ' + other, kind, Bound.LETTERS));
            needles.add(new Needle(joined, kind, latin && joined.length() < LONG_WORD ? Bound.LETTERS : Bound.NONE));
        }
    }

    static void number(Set<Needle> needles, String digits, String kind) {
        if (digits.length() >= NUMBER) {
            needles.add(new Needle(digits, kind, Bound.DIGITS));
            String bare = digits.replaceFirst("^0+", "");
            if (bare.length() >= NUMBER) {
                needles.add(new Needle(bare, kind, Bound.DIGITS));
            }
        }
    }

    static void phrase(Set<Needle> needles, String folded, String kind) {
        boolean wide = folded.length() >= WORD && folded.chars().allMatch(c -> c >= 0x2E80);
        if (wide) {
            needles.add(new Needle(folded, kind, Bound.NONE));
        } else if (folded.length() >= NUMBER && !CommonWords.has(folded)) {
            needles.add(new Needle(folded, kind, Bound.BOTH));
        }
    }

    static boolean isDate(String digits) {
        return digits.matches("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01]).*");
    }
}
