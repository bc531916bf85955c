// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.LeftOut.Reason;

/** Why a file was left out, for a coordinator. */
final class Reasons {
    static final Phrase TABLE_OF_CONTENTS = Phrase.of("left-out.table-of-contents");
    static final Phrase TWICE = Phrase.of("left-out.twice");
    static final Phrase SPECIAL = Phrase.of("left-out.special");
    static final Phrase VIEWER = Phrase.of("left-out.viewer");
    private static final int DEEPEST_VIEWER = 6;
    private static final List<String> SIGNS_OF_A_DISC =
            List.of("DICOMDIR", "dicomdir", "autorun.inf", "AUTORUN.INF", "Autorun.inf");
    private static final Phrase FAULT = Phrase.of("left-out.fault");

    private Reasons() {}

    /** The reason for what reading a file ended with. */
    static LeftOut of(Source source, NotDicomException e) {
        Phi<String> path = Phi.of(source.display());
        return switch (e.kind()) {
            case NOT_DICOM, ARCHIVE -> new LeftOut(path, Reason.OTHER_FILE, otherFile(source, e.reason()));
            case DAMAGED, TOO_LARGE -> new LeftOut(path, Reason.DAMAGED, e.reason());
            case UNREADABLE -> new LeftOut(path, Reason.UNREADABLE, e.reason());
        };
    }

    /** The reason where the program itself failed on a file. */
    static LeftOut fault(Source source) {
        return new LeftOut(Phi.of(source.display()), Reason.DAMAGED, FAULT);
    }

    static Phrase unreadable(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> Phrase.of("left-out.locked");
            case NoSuchFileException gone -> Phrase.of("left-out.gone");
            case FileSystemLoopException loop -> Phrase.of("left-out.circle");
            default -> Phrase.of("left-out.bad-sector");
        };
    }

    private static String name(Source source) {
        String display = source.display();
        return display.substring(Math.max(display.lastIndexOf('/'), display.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private static Phrase otherFile(Source source, Phrase kind) {
        String name = name(source);
        if (name.equals("thumbs.db") || name.equals("desktop.ini") || name.equals(".ds_store")) {
            return Phrase.of("left-out.system-file");
        }
        boolean program = name.equals("autorun.inf") || kind.key().endsWith("program") || name.endsWith(".jar");
        return program && isOnDisc(source) ? VIEWER : kind;
    }

    /** Whether a file lies on a disc for patients, or a copy of one: with a table of contents or a start file. */
    static boolean isOnDisc(Source source) {
        Path folder = source.path().toAbsolutePath().getParent();
        for (int level = 0; folder != null && level < DEEPEST_VIEWER; level++) {
            for (String sign : SIGNS_OF_A_DISC) {
                if (Files.exists(folder.resolve(sign))) {
                    return true;
                }
            }
            folder = folder.getParent();
        }
        return false;
    }
}
