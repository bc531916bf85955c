// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.Set;

/** Which images are likely to have text burned in. */
public final class BurnedIn {
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    /** Devices that write into the picture as a matter of course, and photographs. */
    private static final Set<String> MODALITIES = Set.of(
            "US", "IVUS", "XA", "RF", "DX", "MG", "ES", "XC", "GM", "SM", "SC", "OP", "ECG", "BMD", "HC", "OT", "DG");

    private BurnedIn() {}

    /** Whether images of a modality and SOP class are of such a kind. */
    public static boolean isLikely(String modality, String sopClass) {
        return MODALITIES.contains(modality) || isCapture(sopClass);
    }

    static boolean isCapture(String sopClass) {
        return sopClass.equals(SECONDARY_CAPTURE) || sopClass.startsWith(SECONDARY_CAPTURE + ".");
    }
}
