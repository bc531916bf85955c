// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.trialcourier.work.Progress;

/**
 * Finds the DICOM objects below folders and files and says of each other file why it was left out. A scanner can be
 * used again and by several threads.
 */
public final class Scanner {
    private final Workers workers;
    private final Predicate<Path> onSlowMedium;

    /** A scanner that works on the calling thread. */
    public Scanner() {
        this(Runnable::run, 1);
    }

    /**
     * A scanner that reads with several workers.
     *
     * @param workers runs them; may also run them on the calling thread
     * @param parallelism how many work at once, the calling thread among them
     */
    public Scanner(Executor workers, int parallelism) {
        this(new Workers(workers, parallelism), SlowMedium::holds);
    }

    /** A scanner that is told which sources are on a slow medium. */
    Scanner(Workers workers, Predicate<Path> onSlowMedium) {
        this.workers = workers;
        this.onSlowMedium = onSlowMedium;
    }

    /**
     * Looks at every file below the sources.
     *
     * @param sources folders, files and archives; for a DICOMDIR, the folder it is in
     * @param progress counts files and bytes; the totals are known when all folders are listed
     * @throws InterruptedException when the progress was cancelled
     */
    public Catalog scan(List<Path> sources, Progress progress, ScanListener listener) throws InterruptedException {
        progress.begin("scan.reading");
        Listing listing = new Listing(progress, onSlowMedium);
        ScanRun run = new ScanRun(listing, progress, listener);
        AtomicBoolean first = new AtomicBoolean(true);
        workers.run(() -> {
            if (first.getAndSet(false)) {
                try {
                    for (Path source : sources) {
                        listing.add(source);
                    }
                    listing.finished();
                } finally {
                    run.listed();
                }
            }
            run.work();
        });
        progress.check();
        return run.catalog(workers);
    }
}
