// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.math.BigInteger;

/** Unique identifiers (PS3.5 9). */
public final class Uids {
    /** The longest UID, in characters. */
    public static final int MAX_LENGTH = 64;
    /** What this program writes as Implementation Class UID: derived from a UUID made once for it (PS3.5 B.2). */
    public static final String IMPLEMENTATION_CLASS = "2.25.13731023937315933866461275372504085205";
    /** What this program writes as Implementation Version Name, at most 16 characters. */
    public static final String IMPLEMENTATION_VERSION = "TRIALCOURIER_01";

    private Uids() {}

    /** Whether a text is a UID by the letter: digits and dots, no component empty or with a leading zero, 64 at most. */
    public static boolean isValid(String uid) {
        if (uid.isEmpty() || uid.length() > MAX_LENGTH) {
            return false;
        }
        int start = 0;
        for (int at = 0; at <= uid.length(); at++) {
            if (at == uid.length() || uid.charAt(at) == '.') {
                if (at == start || (at - start > 1 && uid.charAt(start) == '0')) {
                    return false;
                }
                start = at + 1;
            } else if (uid.charAt(at) < '0' || uid.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * A UID made of 128 bits: {@code 2.25.} and the bits as one decimal number (PS3.5 B.2).
     *
     * @param bits 16 bytes, the most significant first
     */
    public static String fromBytes(byte[] bits) {
        if (bits.length != 16) {
            throw new IllegalArgumentException("16 bytes make a UID, not " + bits.length);
        }
        return "2.25." + new BigInteger(1, bits);
    }
}
