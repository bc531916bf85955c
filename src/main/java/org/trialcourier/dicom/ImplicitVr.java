// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import org.jspecify.annotations.Nullable;

/** The VR of an element whose file does not name it, from the dictionary and from the elements read before. */
final class ImplicitVr {
    private ImplicitVr() {}

    static Vr of(int tag, DataSet data) {
        Vr vr = Dictionary.standard().vrOf(tag);
        return vr == Vr.US && isSignedChoice(tag) && isSigned(data) ? Vr.SS : vr;
    }

    private static boolean isSignedChoice(int tag) {
        return Dictionary.standard()
                .find(tag)
                .map(entry -> entry.choice().contains("SS"))
                .orElse(false);
    }

    /** Pixel Representation says whether numbers that are pixel values have a sign (PS3.5 6.2, PS3.3 C.7.6.3). */
    private static boolean isSigned(DataSet data) {
        for (@Nullable DataSet around = data; around != null; around = around.parent()) {
            Element element = around.get(Tag.PIXEL_REPRESENTATION);
            if (element != null && element.value() instanceof Value.Bytes bytes && bytes.data().length > 0) {
                return bytes.data()[0] == 1;
            }
        }
        return false;
    }
}
