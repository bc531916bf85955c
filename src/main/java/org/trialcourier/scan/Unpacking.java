// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.LeftOut.Reason;
import org.trialcourier.scan.disc.DiscImage;

/** Takes an archive apart: entries to look into, and what is to be said of the rest. */
final class Unpacking {
    private static final int DEEPEST = 8;

    private final List<Source> entries = new ArrayList<>();
    private final List<LeftOut> others = new ArrayList<>();

    /** Opens a container; {@code besideViewer} says whether it lies on a disc for patients, with a viewer. */
    Unpacking(Source archive, boolean besideViewer) {
        boolean disc = false;
        try {
            if (depth(archive) > DEEPEST) {
                others.add(new LeftOut(
                        Phi.of(archive.display()), Reason.UNREADABLE, Phrase.of("left-out.nested-archives")));
                return;
            }
            disc = DiscImage.isOne(archive.open());
            open(archive, disc, Container.of(archive).items(), besideViewer);
        } catch (ZipException e) {
            others.add(new LeftOut(Phi.of(archive.display()), Reason.DAMAGED, Phrase.of("left-out.damaged-zip")));
        } catch (IOException e) {
            Phrase why = Phrase.of(disc ? "left-out.closed-disc" : "left-out.closed-zip");
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

    private void open(Source archive, boolean disc, List<? extends Container.Item> items, boolean besideViewer) {
        Phi<String> path = Phi.of(archive.display());
        Phrase program = disc ? null : program(items, besideViewer);
        if (program != null) {
            others.add(new LeftOut(path, Reason.OTHER_FILE, program));
            return;
        }
        others.add(new LeftOut(
                path, Reason.ARCHIVE, Phrase.of(disc ? "left-out.disc-listed" : "left-out.zip-listed", items.size())));
        for (int i = 0; i < items.size(); i++) {
            Container.Item item = items.get(i);
            Source.Entry entry = new Source.Entry(archive, i, item.name());
            Phrase trouble = item.trouble();
            if (trouble == null) {
                entries.add(entry);
            } else {
                others.add(new LeftOut(Phi.of(entry.display()), Reason.UNREADABLE, trouble));
            }
        }
    }

    /** Programs and Office documents are ZIP archives too, but not of images. */
    private static @Nullable Phrase program(List<? extends Container.Item> items, boolean besideViewer) {
        for (Container.Item item : items) {
            String name = item.name().toUpperCase(Locale.ROOT);
            if (name.equals("META-INF/MANIFEST.MF")) {
                return besideViewer ? Reasons.VIEWER : Phrase.of("left-out.program");
            }
            if (name.equals("[CONTENT_TYPES].XML")) {
                return Phrase.of("left-out.office");
            }
        }
        return null;
    }

    private static int depth(Source source) {
        return source instanceof Source.Entry entry ? 1 + depth(entry.container()) : 0;
    }
}
