// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.trialcourier.problem.ProblemException;

/** The append-only trail of who did what, each entry chained to the one before by SHA-256. */
public final class AuditTrail {
    /** Appends on a transaction that is under way, so that a change and its entry stand or fall together. */
    public AuditEntry append(Connection connection, String who, String what, Map<String, String> details)
            throws SQLException {
        throw new UnsupportedOperationException();
    }

    /** Appends an entry by itself. Names are words, values at most 2000 characters; none may identify a patient. */
    public AuditEntry record(String who, String what, Map<String, String> details) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** The last entries, newest first. */
    public List<AuditEntry> latest(int count) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Checks the whole chain and the anchor. */
    public AuditReport verify() throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Writes all entries as RFC 4180 CSV, UTF-8, with a header line. Closes nothing. */
    public void exportCsv(OutputStream out) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Writes all entries as one JSON array, UTF-8. Closes nothing. */
    public void exportJson(OutputStream out) throws ProblemException {
        throw new UnsupportedOperationException();
    }
}
