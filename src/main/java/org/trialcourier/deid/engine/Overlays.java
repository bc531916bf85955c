// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import org.trialcourier.deid.rules.Treatment;
import org.trialcourier.deid.rules.Verdict;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;

/**
 * Overlay planes (PS3.3 C.9.2). A plane is pixels that may show text, so without a rule that keeps its data the whole
 * plane goes; regions of interest may stay under the Clean Graphics Option, since they mark an area and are not drawn.
 */
final class Overlays {
    private static final int OVERLAY_TYPE = 0x0040;
    private static final String REGION = "R";

    private final boolean cleanGraphics;

    Overlays(boolean cleanGraphics) {
        this.cleanGraphics = cleanGraphics;
    }

    static boolean isOverlay(int tag) {
        int group = Tag.group(tag);
        return group >= 0x6000 && group <= 0x60FF && (group & 1) == 0;
    }

    /** The verdict on an attribute of a plane, after what happens to the plane's data. */
    Verdict judge(DataSet source, int tag, Verdict verdict, Verdict onData) {
        int group = tag & 0xFFFF0000;
        boolean data = source.hasValue(group | 0x3000);
        if (data && onData.treatment() == Treatment.KEEP) {
            return verdict;
        }
        if (data && cleanGraphics && source.text(group | OVERLAY_TYPE).equals(REGION)) {
            return tag == (group | 0x3000) ? verdict.but(Treatment.KEEP) : verdict;
        }
        return verdict.but(Treatment.REMOVE);
    }
}
