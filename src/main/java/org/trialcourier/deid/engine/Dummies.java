// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.trialcourier.dicom.Vr;

/** Values that are valid for their VR and say nothing (PS3.15 Table E.1-1a, action D). */
public final class Dummies {
    private static final int SHORT = 16;

    private Dummies() {}

    /** All texts that stand as dummies. */
    public static List<String> all() {
        return Arrays.stream(Vr.values())
                .filter(Vr::isText)
                .map(Dummies::text)
                .distinct()
                .toList();
    }

    /** A dummy of a text VR. */
    static String text(Vr vr) {
        return switch (vr) {
            case AS -> "000D";
            case DA -> "19000101";
            case DT -> "19000101000000";
            case TM -> "000000";
            case DS, IS -> "0";
            case UI -> "2.25.0";
            case UR -> "urn:uuid:00000000-0000-0000-0000-000000000000";
            default -> "ANONYMIZED";
        };
    }

    /** The bytes of a dummy of any VR but SQ; numbers are zero. */
    static byte[] bytes(Vr vr) {
        if (!vr.isText()) {
            return new byte[Math.max(2, Math.min(SHORT, vr.unit()))];
        }
        byte[] data = text(vr).getBytes(StandardCharsets.US_ASCII);
        if (data.length % 2 == 0) {
            return data;
        }
        byte[] even = Arrays.copyOf(data, data.length + 1);
        even[data.length] = vr.padding();
        return even;
    }

    /** Zeros in place of each value of a number, so that counts that other attributes rely on stay right. */
    static byte[] sameCount(Vr vr, int length, int count) {
        if (!vr.isText()) {
            return new byte[length];
        }
        String zeros = "0" + "\\0".repeat(Math.max(0, count - 1));
        String even = zeros.length() % 2 == 0 ? zeros : zeros + ' ';
        return even.getBytes(StandardCharsets.US_ASCII);
    }
}
