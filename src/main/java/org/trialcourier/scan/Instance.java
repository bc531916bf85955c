// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import org.jspecify.annotations.Nullable;

/**
 * One DICOM object found.
 *
 * @param source where its bytes are
 * @param place its patient, study and series
 * @param sopClass SOP Class UID
 * @param sopInstanceUid SOP Instance UID in the source
 * @param transferSyntax Transfer Syntax UID; empty where the file does not say
 * @param frames how many pictures it holds: 1 or Number of Frames for images, 0 for what has no pixels
 * @param bytes size of the file
 * @param number Instance Number and its like
 * @param position Image Position (Patient): x, y, z in mm, or null
 * @param facts what checks need besides
 * @param clash whether another file has the same SOP Instance UID with other content
 */
public record Instance(
        Source source,
        Place place,
        String sopClass,
        String sopInstanceUid,
        String transferSyntax,
        int frames,
        long bytes,
        Numbering number,
        @Nullable Position position,
        Facts facts,
        boolean clash) {

    /** Numbers that tell instances of a series apart; {@link #UNKNOWN} where absent. */
    public record Numbering(int instance, int acquisition, int temporalPosition, int echo) {
        /** An absent number. */
        public static final int UNKNOWN = Integer.MIN_VALUE;
        /** All absent. */
        public static final Numbering NONE = new Numbering(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    /** A place in the patient's coordinates, in millimetres (PS3.3 C.7.6.2). */
    public record Position(double x, double y, double z) {}
}
