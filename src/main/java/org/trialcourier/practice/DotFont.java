// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Letters of 5 x 7 dots, for text inside practice images. Drawn here and not with the computer's typefaces, so that the
 * practice disc is the same everywhere, also on a server without any.
 */
final class DotFont {
    private static final int ROWS = 7;
    private static final int COLUMNS = 5;

    /** One letter and its rows from top to bottom, five bits each. */
    private static final String TABLE = """
            A 0E11111F111111  B 1E11111E11111E  C 0E11101010110E  D 1E11111111111E  E 1F10101E10101F  F 1F10101E101010
            G 0E11101711110F  H 1111111F111111  I 0E04040404040E  J 0702020202120C  K 11121418141211  L 1010101010101F
            M 111B1515111111  N 11111915131111  O 0E11111111110E  P 1E11111E101010  Q 0E11111115120D  R 1E11111E141211
            S 0F10100E01011E  T 1F040404040404  U 1111111111110E  V 11111111110A04  W 1111111515150A  X 11110A040A1111
            Y 1111110A040404  Z 1F01020408101F  0 0E11131519110E  1 040C040404040E  2 0E11010204081F  3 1F02040201110E
            4 02060A121F0202  5 1F101E0101110E  6 0608101E11110E  7 1F010204080808  8 0E11110E11110E  9 0E11110F01020C
            - 0000001F000000  . 00000000000C0C  : 000C0C000C0C00  ^ 040A1100000000  / 00010204081000  , 000000000C0408
            """;

    private static final Map<Character, byte[]> GLYPHS = glyphs();

    private DotFont() {}

    /** Sets a dot of an image. */
    interface Dots {
        void set(int x, int y);
    }

    /** Draws a line of text with its upper left corner at (x, y); each dot becomes {@code scale} x {@code scale}. */
    static void draw(String text, int x, int y, int scale, Dots dots) {
        int left = x;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            byte[] rows = GLYPHS.get(letter);
            for (int row = 0; rows != null && row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    if ((rows[row] >> (COLUMNS - 1 - column) & 1) != 0) {
                        square(left + column * scale, y + row * scale, scale, dots);
                    }
                }
            }
            left += (COLUMNS + 1) * scale;
        }
    }

    private static void square(int x, int y, int size, Dots dots) {
        for (int dy = 0; dy < size; dy++) {
            for (int dx = 0; dx < size; dx++) {
                dots.set(x + dx, y + dy);
            }
        }
    }

    private static Map<Character, byte[]> glyphs() {
        Map<Character, byte[]> glyphs = new TreeMap<>();
        String[] words = TABLE.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) {
            glyphs.put(words[i].charAt(0), HexFormat.of().parseHex(words[i + 1]));
        }
        return glyphs;
    }
}
