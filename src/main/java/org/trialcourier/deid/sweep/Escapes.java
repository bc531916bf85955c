// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the escapes of text formats, all in one reading: percent encoding, quoted-printable, entities and tags of XML and
 * HTML, those of JSON and RTF, UTF-7, names of domains, and hexadecimal digits with something between them.
 */
final class Escapes {
    private static final String HEX = "[0-9A-Fa-f]";
    private static final Pattern MARK =
            Pattern.compile("[%=][\\r\\n0-9A-Fa-fu]|&[#A-Za-z]|\\\\[ux'0-7]|</?[A-Za-z]|\\+[A-Za-z0-9+/]{2,}-|xn--");
    private static final Pattern ESCAPE = Pattern.compile("[%=](" + HEX + "{2})|=\\r?\\n|&#(\\d{2,7});?|&#[xX](" + HEX
            + "{2,6});?|&([A-Za-z]{1,2})(uml|acute|grave|circ|tilde|cedil|ring|lig|slash|caron);"
            + "|(?:\\\\+|%)u\\{?(" + HEX + "{4,6})}?|\\\\+x(" + HEX + "{2})|\\\\'(" + HEX + "{2})|\\\\([0-3][0-7]{2})"
            + "|(</?[A-Za-z][^<>]{0,60}>)|\\+([A-Za-z0-9+/]{3,40})-|(xn--[A-Za-z0-9\\-]{2,60})");
    private static final Pattern LIST =
            Pattern.compile("(?:(?:0x)?" + HEX + "{2}(?:[ :,;\\-]|, ?|\\s)){3,}(?:0x)?" + HEX + "{2}");
    private static final int TAG = 10;
    private static final int UTF_7 = 11;
    private static final int DOMAIN = 12;
    private static final Map<String, String> ACCENTS = Map.of(
            "uml", "\u0308",
            "acute", "\u0301",
            "grave", "\u0300",
            "circ", "\u0302",
            "tilde", "\u0303",
            "cedil", "\u0327",
            "ring", "\u030A",
            "caron", "\u030C");

    private Escapes() {}

    /** The bytes without their escapes, in UTF-8; nothing where there were none. */
    static byte[] undone(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        if (!MARK.matcher(text).find()) {
            return new byte[0];
        }
        return replaced(ESCAPE.matcher(text), text, Escapes::bytes);
    }

    /** What hexadecimal digits with blanks, colons or commas between them stand for; nothing where there are none. */
    static byte[] list(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher matcher = LIST.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("0x|[^0-9A-Fa-f]", "");
            for (int at = 0; at + 1 < digits.length(); at += 2) {
                out.write(Integer.parseInt(digits, at, at + 2, 16));
            }
            out.write(0);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(Matcher matcher, String text, Function<MatchResult, byte[]> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        while (matcher.find()) {
            out.writeBytes(text.substring(from, matcher.start()).getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(change.apply(matcher.toMatchResult()));
            from = matcher.end();
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.ISO_8859_1));
        return from == 0 ? new byte[0] : out.toByteArray();
    }

    private static byte[] bytes(MatchResult escape) {
        if (escape.group(5) != null) {
            String letter = escape.group(4);
            String accent = ACCENTS.get(escape.group(5).toLowerCase(Locale.ROOT));
            String plain = letter.equals("sz") ? "ss" : letter;
            return (accent == null ? plain : letter.charAt(0) + accent).getBytes(StandardCharsets.UTF_8);
        }
        if (escape.group(TAG) != null) {
            return new byte[0];
        }
        if (escape.group(UTF_7) != null) {
            String code = escape.group(UTF_7);
            byte[] pairs = Base64.getDecoder().decode(code.length() % 4 == 1 ? code.substring(1) : code);
            return new String(pairs, StandardCharsets.UTF_16BE).getBytes(StandardCharsets.UTF_8);
        }
        if (escape.group(DOMAIN) != null) {
            return IDN.toUnicode(escape.group(DOMAIN)).getBytes(StandardCharsets.UTF_8);
        }
        for (int group : new int[] {1, 7, 8, 9}) {
            if (escape.group(group) != null) {
                return new byte[] {(byte) Integer.parseInt(escape.group(group), group == 9 ? 8 : 16)};
            }
        }
        for (int group : new int[] {2, 3, 6}) {
            if (escape.group(group) != null) {
                int code = Integer.parseInt(escape.group(group), group == 2 ? 10 : 16);
                return Character.isValidCodePoint(code)
                        ? Character.toString(code).getBytes(StandardCharsets.UTF_8)
                        : new byte[0];
            }
        }
        return new byte[0];
    }
}
