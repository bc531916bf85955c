// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;

/**
 * A file that was not taken.
 *
 * @param path its name, which may hold the name of a patient
 * @param reason the kind of reason, for counting and filtering
 * @param explanation the reason for a person: "a viewer program of the CD"
 */
public record LeftOut(Phi<String> path, Reason reason, Phrase explanation) {
    /** Kinds of reasons. */
    public enum Reason {
        /** No DICOM: pictures, programs, texts, empty files. */
        OTHER_FILE,
        /** A table of contents of a disc. */
        DIRECTORY,
        /** DICOM, but damaged. */
        DAMAGED,
        /** Could not be read from the disk. */
        UNREADABLE,
        /** The same image a second time, byte for byte. */
        DUPLICATE,
        /** A container whose contents are listed one by one. */
        ARCHIVE;

        /** Whether it may be an image that somebody misses. */
        public boolean isLoss() {
            return this == DAMAGED || this == UNREADABLE;
        }
    }
}
