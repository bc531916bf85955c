// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.problem.ProblemException;

/** What the audit screen needs of the program. All of it blocks. */
public interface AuditWork {
    /** The last entries about a trial and about the workstation, newest first. */
    List<AuditEntry> latest(String trial, int count) throws ProblemException;

    /** Checks the whole trail. */
    AuditReport verify() throws ProblemException;

    /** Writes the entries about a trial and about the workstation as CSV. */
    void export(String trial, Path file) throws ProblemException, IOException;
}
