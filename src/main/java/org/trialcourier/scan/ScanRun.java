// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.trialcourier.work.Progress;

/** One scan: the files still to read and the workers that share them. */
final class ScanRun {
    private static final long PAUSE_NANOS = 100_000;

    private final Listing listing;
    private final Progress progress;
    private final ScanListener listener;
    private final Interner interner = new Interner();
    private final Twins twins;
    private final Queue<Listing.Found> waiting;
    private final Queue<ScanWorker> workers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger(1);

    /** A scan of what a listing finds; until {@link #listed} is called, workers wait for more. */
    ScanRun(Listing listing, Progress progress, ScanListener listener) {
        this.listing = listing;
        this.waiting = listing.files();
        this.progress = progress;
        this.twins = new Twins(progress);
        this.listener = listener;
    }

    /** All files are listed. */
    void listed() {
        ScanWorker worker = new ScanWorker(this, interner, twins);
        workers.add(worker);
        listing.unreadable().forEach(worker::leaveOut);
        busy.decrementAndGet();
    }

    /** Reads files until none is left and nobody can find more, in a folder or an archive. */
    void work() throws InterruptedException {
        ScanWorker worker = new ScanWorker(this, interner, twins);
        workers.add(worker);
        while (true) {
            progress.check();
            busy.incrementAndGet();
            Listing.Found next = waiting.poll();
            if (next != null) {
                try {
                    worker.look(next.source(), next.size(), progress);
                    progress.addItems(1);
                    progress.addBytes(next.size());
                } finally {
                    busy.decrementAndGet();
                }
            } else if (busy.decrementAndGet() == 0 && waiting.isEmpty()) {
                return;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** What came out of it, put in order by several workers. */
    Catalog catalog(Workers sorters) throws InterruptedException {
        ByPlace found = new ByPlace();
        List<LeftOut> leftOut = new ArrayList<>();
        for (ScanWorker worker : workers) {
            found.addAll(worker.found());
            leftOut.addAll(worker.leftOut());
        }
        return new Grouping(progress, sorters).group(found, twins, leftOut, listing);
    }

    /** Adds entries of an archive to what is still to be read. */
    void add(Collection<Source> entries) {
        listing.addEntries(entries);
    }

    ScanListener listener() {
        return listener;
    }

    boolean isSlow() {
        return listing.isSlow();
    }
}
