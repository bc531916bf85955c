// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coded character sets that DICOM can switch between (PS3.3 C.12.1.1.2, tables C.12-2 to C.12-4), each with its
 * escape sequence, the half of the code table it fills, and the Java charset that knows its characters.
 */
enum CodeSet {
    ASCII("IR 6", "(B", 0, 1, StandardCharsets.US_ASCII),
    LATIN_1("IR 100", "-A", 1, 1, "ISO-8859-1"),
    LATIN_2("IR 101", "-B", 1, 1, "ISO-8859-2"),
    LATIN_3("IR 109", "-C", 1, 1, "ISO-8859-3"),
    LATIN_4("IR 110", "-D", 1, 1, "ISO-8859-4"),
    CYRILLIC("IR 144", "-L", 1, 1, "ISO-8859-5"),
    ARABIC("IR 127", "-G", 1, 1, "ISO-8859-6"),
    GREEK("IR 126", "-F", 1, 1, "ISO-8859-7"),
    HEBREW("IR 138", "-H", 1, 1, "ISO-8859-8"),
    LATIN_5("IR 148", "-M", 1, 1, "ISO-8859-9"),
    LATIN_9("IR 203", "-b", 1, 1, "ISO-8859-15"),
    THAI("IR 166", "-T", 1, 1, "TIS-620"),
    KATAKANA("IR 13", ")I", 1, 1, "JIS_X0201"),
    ROMAJI("IR 14", "(J", 0, 1, "JIS_X0201"),
    KANJI("IR 87", "$B", 0, 2, "EUC-JP"),
    SUPPLEMENTARY_KANJI("IR 159", "$(D", 0, 2, "EUC-JP"),
    KOREAN("IR 149", "$)C", 1, 2, "EUC-KR"),
    CHINESE("IR 58", "$)A", 1, 2, "GB2312");

    private static final Map<String, CodeSet> BY_REGISTRATION = new HashMap<>();

    static {
        for (CodeSet set : values()) {
            BY_REGISTRATION.put(set.registration, set);
        }
    }

    private final String registration;
    private final String escape;
    private final int half;
    private final int width;
    private final Charset charset;

    CodeSet(String registration, String escape, int half, int width, Charset charset) {
        this.registration = registration;
        this.escape = escape;
        this.half = half;
        this.width = width;
        this.charset = charset;
    }

    CodeSet(String registration, String escape, int half, int width, String charset) {
        this(registration, escape, half, width, Charset.forName(charset));
    }

    /** The set with a registration such as {@code "IR 100"}, or null. */
    static @Nullable CodeSet of(String registration) {
        return BY_REGISTRATION.get(registration);
    }

    /** The set whose escape sequence, without ESC, stands at a place of some bytes, or null. */
    static @Nullable CodeSet escapedAt(byte[] data, int at, int end) {
        for (CodeSet set : values()) {
            if (set.standsAt(data, at, end)) {
                return set;
            }
        }
        // The 1978 edition of the Japanese set, by its two old escape sequences.
        return at + 1 < end && data[at] == '$' && data[at + 1] == '@' ? KANJI : null;
    }

    private boolean standsAt(byte[] data, int at, int end) {
        if (at + escape.length() > end) {
            return false;
        }
        for (int i = 0; i < escape.length(); i++) {
            if (data[at + i] != escape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The escape sequence without ESC. */
    String escape() {
        return escape;
    }

    /** 0 where the set uses bytes below 0x80 (G0), 1 where it uses those above (G1). */
    int half() {
        return half;
    }

    /** Bytes of one character. */
    int width() {
        return width;
    }

    /** The character that one code stands for; U+FFFD where it stands for none. */
    String decode(byte[] data, int at) {
        return switch (this) {
            case KANJI -> text((byte) (data[at] | 0x80), (byte) (data[at + 1] | 0x80));
            case SUPPLEMENTARY_KANJI -> text((byte) 0x8F, (byte) (data[at] | 0x80), (byte) (data[at + 1] | 0x80));
            default -> width == 1 ? text(data[at]) : text(data[at], data[at + 1]);
        };
    }

    private String text(byte... code) {
        return new String(code, charset);
    }

    /** The code of one character in this set, or null where the set does not have it. */
    byte @Nullable [] encode(String character) {
        byte[] code = character.getBytes(charset);
        if (!new String(code, charset).equals(character)) {
            return null;
        }
        return switch (this) {
            case KANJI -> code.length == 2 && code[0] < 0 && code[0] != (byte) 0x8E ? low(code, 0) : null;
            case SUPPLEMENTARY_KANJI -> code.length == 3 && code[0] == (byte) 0x8F ? low(code, 1) : null;
            default -> code.length == width && (code[0] < 0) == (half == 1) ? code : null;
        };
    }

    private static byte[] low(byte[] code, int from) {
        return new byte[] {(byte) (code[from] & 0x7F), (byte) (code[from + 1] & 0x7F)};
    }
}
