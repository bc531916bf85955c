// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.trialcourier.problem.ProblemException;

/** Writes receipts; blocks. */
@FunctionalInterface
public interface ReceiptWork {
    /** Writes the receipt of a submission as a PDF. */
    void save(UUID submission, Path file) throws ProblemException, IOException;
}
