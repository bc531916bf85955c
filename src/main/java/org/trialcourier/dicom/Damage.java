// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import org.trialcourier.dicom.NotDicomException.Kind;
import org.trialcourier.problem.Phrase;

/** The reasons why a file that begins as DICOM is not taken. */
final class Damage {
    private Damage() {}

    /** The file ends before something that it announced. */
    static NotDicomException endsEarly(long length, long needed) {
        return new NotDicomException(Kind.DAMAGED, Phrase.of("left-out.ends-early", Sizes.part(length, needed)));
    }

    /** The file ends, and nothing tells how long it should be. */
    static NotDicomException endsEarly() {
        return new NotDicomException(Kind.DAMAGED, Phrase.of("left-out.no-end"));
    }

    /** The structure is broken. */
    static NotDicomException broken(long position) {
        return new NotDicomException(Kind.DAMAGED, Phrase.of("left-out.broken", Long.toString(position)));
    }

    /** Too much for the memory granted. */
    static NotDicomException tooLarge() {
        return new NotDicomException(Kind.TOO_LARGE, Phrase.of("left-out.too-large"));
    }

    /** Sequences within sequences, deeper than any real object. */
    static NotDicomException tooDeep() {
        return new NotDicomException(Kind.DAMAGED, Phrase.of("left-out.too-deep"));
    }
}
