// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import org.trialcourier.dicom.NotDicomException.Kind;

/** The reasons why a file that begins as DICOM is not taken. */
final class Damage {
    private Damage() {}

    /** The file ends before something that it announced. */
    static NotDicomException endsEarly(long length, long needed) {
        return new NotDicomException(Kind.DAMAGED, "a damaged DICOM file: ends after " + Sizes.part(length, needed));
    }

    /** The file ends, and nothing tells how long it should be. */
    static NotDicomException endsEarly() {
        return new NotDicomException(Kind.DAMAGED, "a damaged DICOM file: its end is missing");
    }

    /** The structure is broken. */
    static NotDicomException broken(long position) {
        return new NotDicomException(
                Kind.DAMAGED, "a damaged DICOM file: what stands at byte " + position + " makes no sense");
    }

    /** Too much for the memory granted. */
    static NotDicomException tooLarge() {
        return new NotDicomException(
                Kind.TOO_LARGE, "a DICOM file whose header alone is larger than this program can take");
    }

    /** Sequences within sequences, deeper than any real object. */
    static NotDicomException tooDeep() {
        return new NotDicomException(Kind.DAMAGED, "a damaged DICOM file: nested more than a thousand levels deep");
    }
}
