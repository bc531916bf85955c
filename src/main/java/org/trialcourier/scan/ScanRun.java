// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
    private static final long PAUSE_NANOS = 200_000;

    private final Listing listing;
    private final Progress progress;
    private final ScanListener listener;
    private final InstanceReader reader = new InstanceReader(new Interner());
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final Queue<Source> unpacked = new ConcurrentLinkedQueue<>();
    private final Queue<Instance> found = new ConcurrentLinkedQueue<>();
    private final Queue<LeftOut> leftOut = new ConcurrentLinkedQueue<>();
    private final Totals totals;

    ScanRun(Listing listing, Progress progress, ScanListener listener) {
        this.listing = listing;
        this.progress = progress;
        this.listener = listener;
        this.totals = new Totals(progress, listing);
        listing.unreadable().forEach(this::leaveOut);
    }

    /** Reads files until none is left and no other worker can find more, in an archive. */
    void work() throws InterruptedException {
        while (true) {
            progress.check();
            busy.incrementAndGet();
            try {
                Source source = unpacked.poll();
                if (source != null) {
                    look(source);
                    progress.addItems(1);
                    continue;
                }
                int at = next.get() < listing.files().size() ? next.getAndIncrement() : Integer.MAX_VALUE;
                if (at < listing.files().size()) {
                    Listing.Found file = listing.files().get(at);
                    look(file.source());
                    progress.addItems(1);
                    progress.addBytes(file.size());
                    continue;
                }
            } finally {
                busy.decrementAndGet();
            }
            if (busy.get() == 0 && unpacked.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** What came out of it. */
    Catalog catalog() throws InterruptedException {
        return new Grouping(progress).group(found, leftOut, listing);
    }

    private void look(Source listed) throws InterruptedException {
        Source source = listed;
        try {
            if (listing.isSlow() && listed instanceof Source.File) {
                source = SlowMedium.stage(listed, progress);
            }
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
            if (e.kind() == NotDicomException.Kind.ARCHIVE) {
                unpack(source);
            } else {
                leaveOut(Reasons.of(source, e, listing.isDisc()));
            }
        } catch (IOException e) {
            leaveOut(new LeftOut(Phi.of(source.display()), Reason.UNREADABLE, Reasons.unreadable(e)));
        } catch (RuntimeException | StackOverflowError e) {
            leaveOut(Reasons.fault(source));
        }
    }

    private void unpack(Source source) {
        Unpacking unpacking = new Unpacking(source, listing.isDisc());
        unpacking.others().forEach(this::leaveOut);
        totals.add(unpacking.entries().size());
        unpacked.addAll(unpacking.entries());
    }

    private void leaveOut(LeftOut left) {
        leftOut.add(left);
        listener.leftOut(left);
    }
}
