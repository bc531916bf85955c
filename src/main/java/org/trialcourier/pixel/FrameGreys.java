// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.List;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Element;

/**
 * What an image says about the greys of one frame: windows, tables and rescaling. They stand in the image itself, or in
 * functional groups for each frame or for all (Frame VOI LUT, Pixel Value Transformation; PS3.3 C.7.6.16.2.9 and
 * C.7.6.16.2.10), of which the closest to the frame holds.
 */
final class FrameGreys {
    private static final int SHARED_GROUPS = 0x52009229;
    private static final int GROUPS_OF_FRAMES = 0x52009230;
    private static final int FRAME_VOI_LUT = 0x00289132;
    private static final int PIXEL_VALUE_TRANSFORMATION = 0x00289145;
    private static final int[] WINDOW = {0x00281050, 0x00281051, 0x00281056, 0x00283010};
    private static final int[] RESCALE = {0x00281052, 0x00281053};

    private FrameGreys() {}

    /** The attributes that tell of a frame's greys, as if they all stood in the image. */
    static DataSet of(DataSet image, int frame) {
        DataSet greys = new DataSet();
        copy(image, WINDOW, greys);
        copy(image, RESCALE, greys);
        groups(image.items(SHARED_GROUPS), 0, greys);
        groups(image.items(GROUPS_OF_FRAMES), frame, greys);
        return greys;
    }

    private static void groups(List<DataSet> groups, int item, DataSet greys) {
        if (item < groups.size()) {
            group(groups.get(item), FRAME_VOI_LUT, WINDOW, greys);
            group(groups.get(item), PIXEL_VALUE_TRANSFORMATION, RESCALE, greys);
        }
    }

    /** A group says all or nothing: a window of the image does not outlive a table of the frame. */
    private static void group(DataSet groups, int tag, int[] tags, DataSet greys) {
        List<DataSet> items = groups.items(tag);
        if (!items.isEmpty()) {
            for (int old : tags) {
                greys.remove(old);
            }
            copy(items.getFirst(), tags, greys);
        }
    }

    private static void copy(DataSet from, int[] tags, DataSet to) {
        for (int tag : tags) {
            Element element = from.get(tag);
            if (element != null) {
                to.put(element);
            }
        }
    }
}
