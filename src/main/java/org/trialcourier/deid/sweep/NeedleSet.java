// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialcourier.deid.sweep.Needle.Bound;

/** The values of one patient, ready to be searched for. Safe for several threads. */
public final class NeedleSet {
    /** The shortest number that, as a whole, counts as an identifier. */
    public static final int WHOLE_DIGITS = 6;

    private static final int SPLIT_DIGITS = 7;

    /** Sign, zeros in front and an empty fraction. */
    private static final Pattern NOT_COUNTED = Pattern.compile("^[+\\-]?0*|\\.0*$");

    private static final int SPLIT_NAME = 6;
    private static final int LONG_NAME = 8;
    private static final int NOISE = 4;
    private static final char WIDE = 0x2E80;

    private final Haystack haystack;
    private final Grams grams;
    private final boolean empty;
    private final boolean rareLetters;
    private final Set<String> uids;
    private final Map<Integer, String> own;
    private final List<BirthDates> births = new ArrayList<>();
    private final List<Needle> numbers = new ArrayList<>();
    private final Set<String> whole = new HashSet<>();
    private final SeenValues seen = new SeenValues();
    private final Remembered<Optional<String>> found = new Remembered<>();
    private final Remembered<Optional<String>> foundAcross = new Remembered<>();
    private final Remembered<String> cut = new Remembered<>();

    /**
     * Needles ready for use.
     *
     * @param needles what identifies the patient
     * @param birthDays days on which the patient may have been born
     * @param uids the UIDs of the originals; empty where they are kept
     * @param allowed what stands in the result by right, such as dummies: needles within it are left out
     * @param own values that the request itself puts into attributes of the top level, by tag: they are no residue
     *     there, whatever the patient is called, and are looked for everywhere else
     */
    public NeedleSet(
            Collection<Needle> needles,
            Collection<LocalDate> birthDays,
            Set<String> uids,
            Collection<String> allowed,
            Map<Integer, String> own) {
        this.own = Map.copyOf(own);
        for (LocalDate day : birthDays) {
            BirthDates dates = new BirthDates(day);
            boolean[] within = {false};
            allowed.forEach(text -> dates.visit(text, (none, from, to) -> within[0] = true));
            if (!within[0]) {
                births.add(dates);
                for (String order : List.of("yyyyMMdd", "ddMMyyyy", "MMddyyyy")) {
                    whole.add(day.format(DateTimeFormatter.ofPattern(order)));
                }
            }
        }
        List<Folded> texts = allowed.stream().map(Folded::of).toList();
        List<Needle> chosen = new ArrayList<>();
        for (Needle needle : needles) {
            Haystack one = new Haystack(List.of(needle));
            boolean[] within = {false};
            texts.forEach(text -> one.search(text, (found, at) -> within[0] = true));
            if (!within[0]) {
                chosen.add(needle);
            }
        }
        this.haystack = new Haystack(chosen);
        this.grams = new Grams(chosen.stream().map(Needle::text).toList());
        this.empty = chosen.isEmpty();
        this.rareLetters =
                chosen.stream().anyMatch(needle -> needle.text().chars().anyMatch(c -> c > 127));
        this.uids = Set.copyOf(uids);
        for (Needle needle : chosen) {
            boolean digits = needle.text().chars().allMatch(Character::isDigit) && needle.bound() == Bound.DIGITS;
            if (digits) {
                if (needle.text().length() >= SPLIT_DIGITS) {
                    numbers.add(needle);
                }
                boolean byChance = needle.kind().equals(NeedleMaker.STUDY_ID)
                        || needle.kind().equals(NeedleMaker.FILE_NAME);
                if (needle.text().length() >= WHOLE_DIGITS && !byChance) {
                    whole.add(needle.text());
                }
            }
        }
    }

    /** The kind of the first value found in a text; it tells nothing about the patient. */
    public Optional<String> find(String text) {
        return found.of(text, it -> find(it, 1));
    }

    /** As {@link #find(String)}, but without values so short that noise brings them about. */
    Optional<String> findInNoise(String text) {
        return find(text, NOISE);
    }

    /** As {@link #find(String)}, but only values of some length. */
    Optional<String> findLong(String text, int shortest) {
        return find(text, shortest);
    }

    /** A name that begins in one text and ends in the next. */
    Optional<String> findAcross(String before, String after) {
        String seam = Seam.of(before, after);
        if (seam.isEmpty()) {
            return Optional.empty();
        }
        return foundAcross
                .of(seam, text -> find(text, SPLIT_NAME))
                .filter(kind -> kind.equals("name") || kind.equals("person"));
    }

    /** What shows where in bytes that are no text a search is worth while. */
    Grams grams() {
        return grams;
    }

    /** Values in which nothing of this patient was packed. */
    SeenValues seen() {
        return seen;
    }

    /** Whether a value is what the request puts into an attribute of the top level. */
    boolean isOwn(int tag, String value) {
        return value.equals(own.get(tag));
    }

    /** Whether some value has letters outside ASCII, so that other ways to encode them count. */
    boolean hasRareLetters() {
        return rareLetters;
    }

    private Optional<String> find(String value, int shortest) {
        if (value.length() < 2) {
            return Optional.empty();
        }
        String text = Digits.plain(value);
        String[] kind = {""};
        if (!empty) {
            Folded folded = Folded.of(text);
            for (Folded reading : folded.readings()) {
                haystack.search(reading, (needle, at) -> {
                    boolean counts =
                            (needle.text().length() >= shortest || needle.text().charAt(0) >= WIDE)
                                    && !needle.kind().equals(NeedleMaker.INITIALS);
                    kind[0] = counts ? needle.kind() : kind[0];
                    return !counts;
                });
            }
            Folded joined = folded.joined();
            if (kind[0].isEmpty() && joined != folded) {
                haystack.search(joined, (needle, at) -> {
                    kind[0] = isName(needle, joined, at) ? needle.kind() : kind[0];
                    return kind[0].isEmpty();
                });
            }
        }
        for (BirthDates birth : births) {
            birth.visit(text, (none, from, to) -> {
                kind[0] = NeedleMaker.BIRTH_DATE;
                return false;
            });
        }
        if (kind[0].isEmpty() && !numbers.isEmpty()) {
            Digits.numbers(text, SPLIT_DIGITS, (digits, from, to) -> {
                kind[0] = split(digits);
                return kind[0].isEmpty();
            });
        }
        if (kind[0].isEmpty() && containsUid(text)) {
            kind[0] = "UID";
        }
        return kind[0].isEmpty() ? Optional.empty() : Optional.of(kind[0]);
    }

    /** Whether a number is, as a whole, an identifier of the patient. */
    public boolean isNumber(String value) {
        String number = Digits.plain(value).strip();
        if (number.length() < WHOLE_DIGITS) {
            return false;
        }
        String bare = NOT_COUNTED.matcher(number).replaceAll("");
        return whole.contains(number) || whole.contains(bare);
    }

    /** Whether a UID of the originals is in a text. */
    public boolean containsUid(String text) {
        boolean[] found = {false};
        if (!uids.isEmpty()) {
            Digits.uids(text, (uid, from, to) -> {
                found[0] = uids.contains(uid);
                return !found[0];
            });
        }
        return found[0];
    }

    /** The text without what identifies the patient; unchanged where nothing does. */
    public String cut(String text) {
        return cut.of(text, this::without);
    }

    private String without(String original) {
        String text = Digits.plain(original);
        BitSet away = new BitSet();
        Folded folded = Folded.of(text);
        for (Folded reading : folded.readings()) {
            haystack.search(reading, (needle, at) -> {
                int first = reading.origin(at - needle.text().length() + 1);
                int last = reading.origin(at);
                boolean initials = needle.kind().equals(NeedleMaker.INITIALS);
                if (!initials || text.charAt(first + 1) == '.') {
                    boolean dot = initials && last + 1 < text.length() && text.charAt(last + 1) == '.';
                    away.set(first, last + (dot ? 2 : 1));
                }
                return true;
            });
        }
        Folded joined = folded.joined();
        haystack.search(joined, (needle, at) -> {
            if (isName(needle, joined, at)) {
                away.set(joined.origin(at - needle.text().length() + 1), joined.origin(at) + 1);
            }
            return true;
        });
        for (BirthDates birth : births) {
            birth.visit(text, (none, from, to) -> {
                away.set(from, to);
                return true;
            });
        }
        Digits.numbers(text, SPLIT_DIGITS, (digits, from, to) -> {
            if (!split(digits).isEmpty()) {
                away.set(from, to);
            }
            return true;
        });
        Digits.uids(text, (uid, from, to) -> {
            if (uids.contains(uid)) {
                away.set(from, to);
            }
            return true;
        });
        if (away.isEmpty()) {
            return original;
        }
        StringBuilder left = new StringBuilder();
        for (int at = 0; at < original.length(); at++) {
            if (!away.get(at)) {
                left.append(original.charAt(at));
            } else if (at == 0 || !away.get(at - 1)) {
                left.append(' ');
            }
        }
        return Folded.tidy(left.toString());
    }

    /** Whether a hit across words is a name: one so long, or so cut, that other words do not make it by chance. */
    private static boolean isName(Needle needle, Folded joined, int at) {
        int length = needle.text().length();
        return needle.bound() == Bound.NONE
                && (needle.kind().equals("name") || needle.kind().equals("person"))
                && (length >= LONG_NAME || length >= SPLIT_NAME && joined.areWholeWords(at - length + 1, at));
    }

    private String split(String digits) {
        for (Needle needle : numbers) {
            if (digits.contains(needle.text())) {
                return needle.kind();
            }
        }
        return "";
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "•••";
    }
}
