// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.work.Progress;

/** Runs scans with as many threads as the computer has cores, at least two: one can wait for the disk. */
public final class Scans {
    private Scans() {}

    /** Scans folders, files and archives. */
    public static Catalog scan(List<Path> sources, Progress progress, ScanListener listener)
            throws InterruptedException {
        int parallel = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (ExecutorService threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().daemon().name("scan-", 0).factory())) {
            return new Scanner(threads, parallel).scan(sources, progress, listener);
        }
    }
}
