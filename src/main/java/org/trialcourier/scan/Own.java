// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.Instance.Numbering;
import org.trialcourier.scan.Instance.Position;

/**
 * What tells an instance from the others of its series.
 *
 * @param frames Number of Frames, or {@link Numbering#UNKNOWN}
 */
record Own(
        String sopInstanceUid,
        int frames,
        Numbering number,
        @Nullable Position position) {
    static Own of(DataSet header) {
        double[] at = header.decimals(Tag.IMAGE_POSITION_PATIENT);
        return new Own(
                header.text(Tag.SOP_INSTANCE_UID),
                number(header, Tag.NUMBER_OF_FRAMES),
                new Numbering(
                        number(header, Tag.INSTANCE_NUMBER),
                        number(header, Tag.ACQUISITION_NUMBER),
                        number(header, Tag.TEMPORAL_POSITION_IDENTIFIER),
                        number(header, Tag.ECHO_NUMBERS)),
                at.length == 3 ? new Position(at[0], at[1], at[2]) : null);
    }

    private static int number(DataSet header, int tag) {
        return header.integer(tag).orElse(Numbering.UNKNOWN);
    }
}
