// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.scan.LeftOut.Reason;

/** Why a file was left out, in words for a coordinator. */
final class Reasons {
    static final String TABLE_OF_CONTENTS = "the disc's table of contents";
    static final String TWICE = "the same image a second time";
    private static final String FAULT = "a damaged file that made no sense at all";

    private Reasons() {}

    /** The reason for what reading a file ended with. */
    static LeftOut of(Source source, NotDicomException e, boolean disc) {
        Phi<String> path = Phi.of(source.display());
        return switch (e.kind()) {
            case NOT_DICOM, ARCHIVE -> new LeftOut(path, Reason.OTHER_FILE, otherFile(name(source), e.reason(), disc));
            case DAMAGED, TOO_LARGE -> new LeftOut(path, Reason.DAMAGED, e.reason());
            case UNREADABLE -> new LeftOut(path, Reason.UNREADABLE, e.reason());
        };
    }

    /** The reason where the program itself failed on a file. */
    static LeftOut fault(Source source) {
        return new LeftOut(Phi.of(source.display()), Reason.DAMAGED, FAULT);
    }

    static String unreadable(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "locked: this account may not read it";
            case NoSuchFileException gone -> "gone: it is not there any more";
            case FileSystemLoopException loop -> "a link that leads back to where it stands";
            default -> "on a part of the disk that cannot be read";
        };
    }

    private static String name(Source source) {
        String display = source.display();
        return display.substring(Math.max(display.lastIndexOf('/'), display.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private static String otherFile(String name, String kind, boolean disc) {
        if (name.equals("thumbs.db") || name.equals("desktop.ini") || name.equals(".ds_store")) {
            return "a file of the operating system";
        }
        if (disc && (name.equals("autorun.inf") || kind.endsWith("program") || name.endsWith(".jar"))) {
            return "a viewer program of the CD";
        }
        return kind;
    }
}
