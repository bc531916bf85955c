// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code extension by escape sequences (ISO/IEC 2022 as PS3.5 6.1.2.5 uses it): two halves of the code table, each with
 * the set that was switched in last; both fall back to the first named set at the end of a line, a value or a name
 * component.
 */
final class Iso2022 {
    static final byte ESCAPE = 0x1B;
    private static final String RESETTING = "\t\n\f\r\\^=";

    private Iso2022() {}

    /** Reads text that begins in the first of the named sets. */
    static String decode(List<CodeSet> sets, byte[] data, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        CodeSet low = lowOf(sets);
        CodeSet high = highOf(sets);
        int at = from;
        while (at < to) {
            byte code = data[at];
            if (code == ESCAPE) {
                CodeSet set = CodeSet.escapedAt(data, at + 1, to);
                if (set == null) {
                    at++;
                    continue;
                }
                at += 1 + set.escape().length();
                if (set.half() == 0) {
                    low = set;
                } else {
                    high = set;
                }
            } else if (code >= 0 && (low.width() == 1 || code <= ' ' || at + 1 >= to)) {
                text.append(low == CodeSet.ROMAJI && code == '~' ? '\u203E' : (char) code);
                if (RESETTING.indexOf(code) >= 0) {
                    low = lowOf(sets);
                    high = highOf(sets);
                }
                at++;
            } else {
                CodeSet set = code >= 0 ? low : high;
                if (set == null || at + set.width() > to) {
                    return lenient(data, from, to);
                }
                String character = set.decode(data, at);
                if (character.indexOf('\uFFFD') >= 0) {
                    return lenient(data, from, to);
                }
                text.append(character);
                at += set.width();
            }
        }
        return text.toString();
    }

    /** Text of a set that was not named, or wrongly. */
    static String lenient(byte[] data, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(data, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** Writes text, switching sets as needed. */
    static byte[] encode(List<CodeSet> sets, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        CodeSet low = lowOf(sets);
        CodeSet high = highOf(sets);
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (character < 0x80) {
                if (low != CodeSet.ASCII && low != lowOf(sets)) {
                    low = lowOf(sets);
                    escape(out, low);
                }
                out.write(character);
                if (RESETTING.indexOf(character) >= 0) {
                    high = highOf(sets);
                }
                continue;
            }
            String one = Character.toString(character);
            CodeSet set = setFor(sets, high, one);
            byte[] code = set == null ? null : set.encode(one);
            if (set == null || code == null) {
                code = new byte[] {'?'};
            } else if (set.half() == 0 && set != low) {
                low = set;
                escape(out, set);
            } else if (set.half() == 1 && set != high) {
                high = set;
                escape(out, set);
            }
            out.writeBytes(code);
        }
        if (low != lowOf(sets)) {
            escape(out, lowOf(sets));
        }
        return out.toByteArray();
    }

    private static @Nullable CodeSet setFor(List<CodeSet> sets, @Nullable CodeSet preferred, String character) {
        if (preferred != null && preferred.encode(character) != null) {
            return preferred;
        }
        for (CodeSet set : sets) {
            if (set.encode(character) != null) {
                return set;
            }
        }
        return null;
    }

    private static void escape(ByteArrayOutputStream out, CodeSet set) {
        out.write(ESCAPE);
        out.writeBytes(set.escape().getBytes(StandardCharsets.US_ASCII));
    }

    private static CodeSet lowOf(List<CodeSet> sets) {
        return sets.getFirst() == CodeSet.KATAKANA ? CodeSet.ROMAJI : CodeSet.ASCII;
    }

    private static @Nullable CodeSet highOf(List<CodeSet> sets) {
        CodeSet first = sets.getFirst();
        return first.half() == 1 ? first : null;
    }
}
