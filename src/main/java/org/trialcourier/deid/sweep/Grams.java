// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/**
 * Threes of letters and digits with which a search skips through bytes that are no text: whatever is looked for has one
 * of its first threes at one of any {@link #STEP} places that follow each other, so only each such place is looked at.
 */
final class Grams {
    /** The shortest value that is looked for, in letters or digits. */
    static final int SHORTEST = 6;

    /** How many places each look stands for. */
    static final int STEP = SHORTEST - 2;

    private static final int KINDS = 37;
    private static final byte[] KIND = new byte[256];

    static {
        for (int i = 0; i < 26; i++) {
            KIND['A' + i] = (byte) (1 + i);
            KIND['a' + i] = (byte) (1 + i);
        }
        for (int i = 0; i < 10; i++) {
            KIND['0' + i] = (byte) (27 + i);
        }
    }

    private final BitSet known = new BitSet(KINDS * KINDS * KINDS);

    /** Threes of those values that are long enough and have neither spaces nor letters outside ASCII at their begin. */
    Grams(Collection<String> values) {
        values.stream().filter(value -> value.length() >= SHORTEST).forEach(value -> {
            for (int at = 0; at < STEP; at++) {
                char[] three = Arrays.copyOfRange(value.toCharArray(), at, at + 3);
                if (three[0] < 128 && three[1] < 128 && three[2] < 128 && has(three)) {
                    known.set(index((byte) three[0], (byte) three[1], (byte) three[2]));
                }
            }
        });
    }

    private static boolean has(char[] three) {
        return KIND[three[0]] != 0 && KIND[three[1]] != 0 && KIND[three[2]] != 0;
    }

    /** Whether a byte is a letter or digit of ASCII. */
    static boolean isLetter(byte one) {
        return KIND[one & 0xFF] != 0;
    }

    /** Whether some value has these three letters or digits near its begin; capitals and small letters are the same. */
    boolean has(byte first, byte second, byte third) {
        return isLetter(first) && isLetter(second) && isLetter(third) && known.get(index(first, second, third));
    }

    private static int index(byte first, byte second, byte third) {
        return (KIND[first & 0xFF] * KINDS + KIND[second & 0xFF]) * KINDS + KIND[third & 0xFF];
    }
}
