// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Turns failures of the disk into reasons. */
final class Unreadable {
    private Unreadable() {}

    static NotDicomException of(IOException e) {
        String why =
                switch (e) {
                    case AccessDeniedException denied -> "locked: this account may not read it";
                    case NoSuchFileException gone -> "gone: it is not there any more";
                    default -> "on a part of the disk that cannot be read";
                };
        return new NotDicomException(NotDicomException.Kind.UNREADABLE, why);
    }
}
