// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Text made comparable: upper case, without accents, compatible forms made one, and every run of characters that are
 * neither letters nor digits one space. Each character remembers where in the text it came from. A space stands at both
 * ends.
 */
public final class Folded {
    private static final int ASCII = 128;
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
            folded.fold(text.charAt(at), at);
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

    /** Marks that belong to a letter, and characters that are not seen, such as soft hyphens. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    private static String plain(char c) {
        return switch (c) {
            case 'Ø', 'ø' -> "O";
            case 'Ł', 'ł' -> "L";
            case 'Đ', 'đ', 'Ð', 'ð' -> "D";
            case 'Þ', 'þ' -> "TH";
            case 'ı' -> "I";
            case 'Æ', 'æ' -> "AE";
            case 'Œ', 'œ' -> "OE";
            default ->
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
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
