// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.scan.LeftOut.Reason;
import org.trialcourier.scan.disc.DiscImage;

/** Takes an archive apart: entries to look into, and what is to be said of the rest. */
final class Unpacking {
    private static final int DEEPEST = 8;

    private final List<Source> entries = new ArrayList<>();
    private final List<LeftOut> others = new ArrayList<>();

    /** Opens a container; {@code disc} says whether it lies on a disc for patients, with a viewer. */
    Unpacking(Source archive, boolean disc) {
        String kind = "ZIP archive";
        try {
            if (depth(archive) > DEEPEST) {
                others.add(new LeftOut(
                        Phi.of(archive.display()), Reason.UNREADABLE, "an archive within too many other archives"));
                return;
            }
            kind = DiscImage.isOne(archive.open()) ? "disc image" : kind;
            open(archive, kind, Container.of(archive).items(), disc);
        } catch (ZipException e) {
            others.add(new LeftOut(Phi.of(archive.display()), Reason.DAMAGED, "a damaged ZIP archive"));
        } catch (IOException e) {
            String why = "a " + kind + " that cannot be opened";
            others.add(new LeftOut(Phi.of(archive.display()), Reason.UNREADABLE, why));
        }
    }

    /** The entries to look into. */
    List<Source> entries() {
        return entries;
    }

    /** The archive itself, and the entries that cannot be looked into. */
    List<LeftOut> others() {
        return others;
    }

    private void open(Source archive, String kind, List<? extends Container.Item> items, boolean disc) {
        Phi<String> path = Phi.of(archive.display());
        String program = kind.startsWith("ZIP") ? program(items, disc) : "";
        if (!program.isEmpty()) {
            others.add(new LeftOut(path, Reason.OTHER_FILE, program));
            return;
        }
        others.add(new LeftOut(
                path, Reason.ARCHIVE, "a " + kind + "; the " + items.size() + " files in it are listed one by one"));
        for (int i = 0; i < items.size(); i++) {
            Container.Item item = items.get(i);
            Source.Entry entry = new Source.Entry(archive, i, item.name());
            String trouble = item.trouble();
            if (trouble == null) {
                entries.add(entry);
            } else {
                others.add(new LeftOut(Phi.of(entry.display()), Reason.UNREADABLE, trouble));
            }
        }
    }

    /** Programs and Office documents are ZIP archives too, but not of images. */
    private static String program(List<? extends Container.Item> items, boolean disc) {
        for (Container.Item item : items) {
            String name = item.name().toUpperCase(Locale.ROOT);
            if (name.equals("META-INF/MANIFEST.MF")) {
                return disc ? "a viewer program of the CD" : "a program";
            }
            if (name.equals("[CONTENT_TYPES].XML")) {
                return "an Office document";
            }
        }
        return "";
    }

    private static int depth(Source source) {
        return source instanceof Source.Entry entry ? 1 + depth(entry.container()) : 0;
    }
}
