// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.ByteArrayOutputStream;

/** Base32 (RFC 4648 6). */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SHORTEST = 12;
    private static final int BITS = 5;

    private Base32() {}

    /** Whether a run of letters may be base32. */
    static boolean isIn(String run) {
        return run.length() >= SHORTEST && run.replace("=", "").chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    static byte[] decode(String run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char c : run.replace("=", "").toCharArray()) {
            held = held << BITS | ALPHABET.indexOf(c);
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }
}
