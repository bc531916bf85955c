// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.trialcourier.problem.Phrase;

/** Turns failures of the disk into reasons. */
final class Unreadable {
    private Unreadable() {}

    static NotDicomException of(IOException e) {
        Phrase why =
                switch (e) {
                    case AccessDeniedException denied -> Phrase.of("left-out.locked");
                    case NoSuchFileException gone -> Phrase.of("left-out.gone");
                    default -> Phrase.of("left-out.bad-sector");
                };
        return new NotDicomException(NotDicomException.Kind.UNREADABLE, why);
    }
}
