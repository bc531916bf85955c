// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

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

    /** Which bytes are letters or digits of ASCII. */
    static final boolean[] LETTERS = new boolean[256];

    static {
        for (int i = 0; i < 26; i++) {
            KIND['A' + i] = (byte) (1 + i);
            KIND['a' + i] = (byte) (1 + i);
        }
        for (int i = 0; i < 10; i++) {
            KIND['0' + i] = (byte) (27 + i);
        }
        for (int i = 0; i < 256; i++) {
            LETTERS[i] = KIND[i] != 0;
        }
    }

    /** A bit for each two bytes, so that the table stays in the nearest cache. */
    private final long[] pairs = new long[1 << 10];

    private final BitSet known = new BitSet(KINDS * KINDS * KINDS);

    /** Threes of those values that are long enough and have neither spaces nor letters outside ASCII at their begin. */
    Grams(Collection<String> values) {
        for (String value : values) {
            for (int at = 0; value.length() >= SHORTEST && at < STEP; at++) {
                char first = value.charAt(at);
                char second = value.charAt(at + 1);
                char third = value.charAt(at + 2);
                if ((first | second | third) < 128 && LETTERS[first] && LETTERS[second] && LETTERS[third]) {
                    known.set(index((byte) first, (byte) second, (byte) third));
                    for (int small = 0; small < 4; small++) {
                        int pair = pair((byte) cased(first, small & 1), (byte) cased(second, small & 2));
                        pairs[pair >>> 6] |= 1L << pair;
                    }
                }
            }
        }
    }

    private static char cased(char c, int small) {
        return small == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c);
    }

    /** Whether some value may have one of two pairs there: a look at a table and one branch, at which nearly all places end. */
    boolean mayHave(byte first, byte second, byte otherFirst, byte otherSecond) {
        return ((bits(first, second) | bits(otherFirst, otherSecond)) & 1) != 0;
    }

    private long bits(byte first, byte second) {
        int pair = pair(first, second);
        return pairs[pair >>> 6] >>> pair;
    }

    private static int pair(byte first, byte second) {
        return (first & 0xFF) << 8 | second & 0xFF;
    }

    /** Whether some value has these three letters or digits near its begin; capitals and small letters are the same. */
    boolean has(byte first, byte second, byte third) {
        return LETTERS[first & 0xFF]
                && LETTERS[second & 0xFF]
                && LETTERS[third & 0xFF]
                && known.get(index(first, second, third));
    }

    private static int index(byte first, byte second, byte third) {
        return (KIND[first & 0xFF] * KINDS + KIND[second & 0xFF]) * KINDS + KIND[third & 0xFF];
    }
}
