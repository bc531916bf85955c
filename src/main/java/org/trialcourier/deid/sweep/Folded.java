// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Text made comparable: upper case, without accents, compatible forms made one, and every run of characters that are
 * neither letters nor digits one space. Each character remembers where in the text it came from. A space stands at both
 * ends.
 */
public final class Folded {
    private static final int ASCII = 128;
    private static final char ARABIC_STRETCH = '\u0640';
    private static final int HIRAGANA = 0x3041;
    private static final int KATAKANA = 0x30A1;
    private static final int KANA = 0x56;

    /** The letters of western and eastern Europe, which bytes that are no text often look like. */
    private static final String[] COMMON = new String[0x250 - ASCII];

    static {
        for (int i = 0; i < COMMON.length; i++) {
            COMMON[i] = plain((char) (ASCII + i));
        }
    }

    private char[] chars;
    private int[] origins;
    private int length;

    private Folded(int capacity) {
        chars = new char[capacity];
        origins = new int[capacity];
    }

    /** Folds a text. */
    public static Folded of(CharSequence text) {
        Folded folded = new Folded(text.length() + 8);
        folded.space(0);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
                folded.pair(c, text.charAt(++at), at - 1);
            } else {
                folded.fold(c, at);
            }
        }
        folded.space(text.length());
        return folded;
    }

    /** The folded text without the spaces at its ends. */
    public static String text(CharSequence text) {
        Folded folded = of(text);
        return folded.length <= 2 ? "" : new String(folded.chars, 1, folded.length - 1).strip();
    }

    /** Spaces and separators that stand alone after something was cut out. */
    public static String tidy(String text) {
        return text.replaceAll("[ \\t]{2,}", " ")
                .replaceAll("^[\\s,;:^=/_\\-]+|[\\s,;:^=/_\\-]+$", "")
                .strip();
    }

    /** Number of folded characters, the spaces at the ends included. */
    public int length() {
        return length;
    }

    /** A folded character. */
    public char at(int index) {
        return chars[index];
    }

    /** Where in the text a folded character came from. */
    public int origin(int index) {
        return origins[index];
    }

    /** The ways to read the text: as it is, with single letters written together, and in Latin letters. */
    List<Folded> readings() {
        List<Folded> all = new ArrayList<>(List.of(this));
        Folded together = together();
        Folded latin = together.latin();
        if (together != this) {
            all.add(together);
        }
        if (latin != together) {
            all.add(latin);
        }
        return all;
    }

    /** The text with letters that stand one by one, as in J.A.N.E, written together; itself where there are none. */
    Folded together() {
        Folded made = new Folded(length);
        boolean changed = false;
        for (int at = 0; at < length; at++) {
            boolean between = chars[at] == ' ' && isAlone(at - 1) && isAlone(at + 1);
            changed |= between;
            if (!between) {
                made.append(chars[at], origins[at]);
            }
        }
        return changed ? made : this;
    }

    /** The text without the spaces in it, in which a long name is found that was written in two; itself without any. */
    Folded joined() {
        Folded made = new Folded(length);
        for (int at = 0; at < length; at++) {
            if (chars[at] != ' ' || at == 0 || at == length - 1) {
                made.append(chars[at], origins[at]);
            }
        }
        return made.length == length ? this : made;
    }

    /** The text with Cyrillic and Greek letters written in Latin ones; itself where there are none. */
    Folded latin() {
        Folded made = new Folded(length + 8);
        boolean changed = false;
        for (int at = 0; at < length; at++) {
            String latin = chars[at] < ASCII ? null : Transliteration.of(chars[at]);
            changed |= latin != null;
            if (latin == null) {
                made.append(chars[at], origins[at]);
            } else {
                for (int i = 0; i < latin.length(); i++) {
                    made.append(latin.charAt(i), origins[at]);
                }
            }
        }
        return changed ? made : this;
    }

    /** Whether a run of characters of {@link #joined()} begins and ends where words of the text do. */
    boolean areWholeWords(int from, int to) {
        return (chars[from - 1] == ' ' || origins[from] - origins[from - 1] > 1)
                && (chars[to + 1] == ' ' || origins[to + 1] - origins[to] > 1);
    }

    private boolean isAlone(int at) {
        return at > 0
                && at < length - 1
                && Character.isLetter(chars[at])
                && chars[at - 1] == ' '
                && chars[at + 1] == ' ';
    }

    private void fold(char c, int origin) {
        if (c < ASCII) {
            if (c >= 'a' && c <= 'z') {
                append((char) (c - 32), origin);
            } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                append(c, origin);
            } else {
                space(origin);
            }
            return;
        }
        String plain = c - ASCII < COMMON.length ? COMMON[c - ASCII] : plain(c);
        for (int i = 0; i < plain.length(); i++) {
            char p = plain.charAt(i);
            if (Character.isLetterOrDigit(p) || Character.isSurrogate(p)) {
                append(p, origin);
            } else if (!isInvisible(p)) {
                space(origin);
            }
        }
    }

    /** Two halves of a character beyond the first plane, some of which are Latin letters in another dress. */
    private void pair(char high, char low, int origin) {
        String whole = new String(new char[] {high, low});
        String plain = Normalizer.normalize(whole, Normalizer.Form.NFKD);
        if (plain.equals(whole)) {
            append(high, origin);
            fold(low, origin + 1);
        } else {
            plain.chars().forEach(c -> fold((char) c, origin));
        }
    }

    /** Marks that belong to a letter, and characters that are not seen, such as soft hyphens. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == ARABIC_STRETCH;
    }

    private static String plain(char c) {
        return switch (c) {
            case 'Ø', 'ø' -> "O";
            case 'Ł', 'ł' -> "L";
            case 'Đ', 'đ', 'Ð', 'ð' -> "D";
            case 'Þ', 'þ' -> "TH";
            case 'ı' -> "I";
            case 'Ƒ', 'ƒ' -> "F";
            case 'Æ', 'æ' -> "AE";
            case 'Œ', 'œ' -> "OE";
            case ARABIC_STRETCH -> "";
            default -> {
                String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                        .toUpperCase(Locale.ROOT);
                char first = plain.charAt(0);
                if (Character.isDigit(first)) {
                    yield Character.digit(first, 10) + plain.substring(1);
                }
                boolean hiragana = first >= HIRAGANA && first < HIRAGANA + KANA;
                yield hiragana ? (char) (first + KATAKANA - HIRAGANA) + plain.substring(1) : plain;
            }
        };
    }

    private void space(int origin) {
        if (length == 0 || chars[length - 1] != ' ') {
            append(' ', origin);
        }
    }

    private void append(char c, int origin) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            origins = Arrays.copyOf(origins, length * 2);
        }
        chars[length] = c;
        origins[length++] = origin;
    }
}
