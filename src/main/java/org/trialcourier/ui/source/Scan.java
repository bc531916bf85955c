// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.nio.file.Path;
import java.util.List;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.work.Progress;

/** Looks through folders, files and archives. Blocks; stops when the progress is cancelled. */
@FunctionalInterface
public interface Scan {
    /** What is there. */
    Catalog scan(List<Path> sources, Progress progress, ScanListener listener)
            throws ProblemException, InterruptedException;
}
