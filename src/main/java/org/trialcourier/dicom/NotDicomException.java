// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.Serial;
import org.trialcourier.problem.Phrase;

/** A file that cannot be taken as DICOM, with the reason for a coordinator; it never holds data of a patient. */
public final class NotDicomException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Kind {
        /** It is something else: a picture, a program, a text. */
        NOT_DICOM,
        /** It is a ZIP archive, which may hold DICOM. */
        ARCHIVE,
        /** It begins as DICOM, but is cut short or its structure is broken. */
        DAMAGED,
        /** It could not be read from its disk at all, or is locked. */
        UNREADABLE,
        /** Reading it would need more memory than the program grants one file. */
        TOO_LARGE
    }

    private final Kind kind;
    private final transient Phrase reason;

    /** The reason continues the words "not readable, because it is". */
    public NotDicomException(Kind kind, Phrase reason) {
        super(reason.key());
        this.kind = kind;
        this.reason = reason;
    }

    /** What is wrong with the file. */
    public Kind kind() {
        return kind;
    }

    /** For a coordinator: "a damaged DICOM file: ends after 2 of 3 MB", "a JPEG picture". */
    public Phrase reason() {
        return reason;
    }
}
