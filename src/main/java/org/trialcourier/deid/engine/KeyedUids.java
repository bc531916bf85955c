// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.trialcourier.deid.TrialKey;
import org.trialcourier.deid.sweep.Remembered;
import org.trialcourier.dicom.Uids;

/**
 * New UIDs from old ones: {@code 2.25.} and 128 bits of an HMAC, so that the same old UID gives the same new one in
 * every file, at every visit, on every workstation that holds the trial's key.
 */
public final class KeyedUids {
    /** Frames of reference, palettes and instances that the standard itself registers (PS3.6 A). */
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "1\\.2\\.840\\.10008\\."
                    + "(1\\.4\\.1\\.\\d{1,2}|1\\.4\\.2\\.\\d|1\\.5\\.\\d|1\\.20\\.[12](\\.1)?|15\\.0\\.3\\.\\d{1,2}|15\\.1\\.1)");

    private static final String STANDARD = "1.2.840.10008.";
    private static final int VERSION = 6;
    private static final int VARIANT = 8;

    private final TrialKey key;
    private final Remembered<String> made = new Remembered<>();

    /** UIDs made with a key. */
    public KeyedUids(TrialKey key) {
        this.key = key;
    }

    /** Whether the standard itself registers a UID for a thing that everybody shares. */
    public static boolean isWellKnown(String uid) {
        return uid.startsWith(STANDARD) && WELL_KNOWN.matcher(uid).matches();
    }

    /** The new UID; those that the standard registers, and no UID at all, stay. */
    public String replace(String old) {
        if (old.isBlank() || isWellKnown(old)) {
            return old;
        }
        return made.of(old.strip(), this::derive);
    }

    private String derive(String old) {
        byte[] bits = Arrays.copyOf(key.derive("uid", old), 16);
        // A UUID of version 8 (RFC 9562), as the root 2.25 asks for a UUID.
        bits[VERSION] = (byte) ((bits[VERSION] & 0x0F) | 0x80);
        bits[VARIANT] = (byte) ((bits[VARIANT] & 0x3F) | 0x80);
        return Uids.fromBytes(bits);
    }
}
