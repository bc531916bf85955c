// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.SopClass;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.LeftOut.Reason;
import org.trialcourier.work.Progress;

/** One scan: the files still to read, what was found and what was left out. Several workers share it. */
final class ScanRun {
    private final Listing listing;
    private final Progress progress;
    private final ScanListener listener;
    private final AtomicInteger next = new AtomicInteger();
    private final InstanceReader reader = new InstanceReader(new Interner());
    private final Queue<Instance> found = new ConcurrentLinkedQueue<>();
    private final Queue<LeftOut> leftOut = new ConcurrentLinkedQueue<>();

    ScanRun(Listing listing, Progress progress, ScanListener listener) {
        this.listing = listing;
        this.progress = progress;
        this.listener = listener;
        listing.unreadable().forEach(this::leaveOut);
    }

    /** Reads files until none is left. */
    void work() throws InterruptedException {
        for (int at = next.getAndIncrement(); at < listing.files().size(); at = next.getAndIncrement()) {
            progress.check();
            Listing.Found file = listing.files().get(at);
            look(file.source());
            progress.addItems(1);
            progress.addBytes(file.size());
        }
    }

    /** What came out of it. */
    Catalog catalog() throws InterruptedException {
        return new Grouping(progress).group(found, leftOut, listing);
    }

    private void look(Source source) {
        try {
            Blob blob = source.open();
            DicomFile file = DicomFile.read(blob, ReadOptions.WHOLE);
            if (file.meta().text(Tag.MEDIA_STORAGE_SOP_CLASS_UID).equals(SopClass.MEDIA_STORAGE_DIRECTORY)) {
                leaveOut(new LeftOut(Phi.of(source.display()), Reason.DIRECTORY, Reasons.TABLE_OF_CONTENTS));
                return;
            }
            Instance instance =
                    reader.read(source, file.data(), file.transferSyntax().uid(), blob.length());
            found.add(instance);
            listener.found(instance);
        } catch (NotDicomException e) {
            leaveOut(Reasons.of(source, e, listing.isDisc()));
        } catch (IOException e) {
            leaveOut(new LeftOut(Phi.of(source.display()), Reason.UNREADABLE, Reasons.unreadable(e)));
        } catch (RuntimeException | StackOverflowError e) {
            leaveOut(Reasons.fault(source));
        }
    }

    private void leaveOut(LeftOut left) {
        leftOut.add(left);
        listener.leftOut(left);
    }
}
