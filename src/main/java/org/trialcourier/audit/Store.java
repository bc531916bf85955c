// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.trialcourier.problem.ProblemException;

/** The database that the trail lives in. Calls come one after another, whichever threads they come from. */
public interface Store {
    /**
     * Work on the database.
     *
     * @param <T> what it results in
     */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException, ProblemException;
    }

    /** Reads; what the work sees is the state of one moment. */
    <T> T read(Work<T> work) throws ProblemException;

    /** Changes: all of it is on disk when this returns, or nothing of it where it throws. */
    <T> T write(Work<T> work) throws ProblemException;

    /** Within {@link #write}: does this once the change is on disk, and never where it is not. */
    void afterCommit(Runnable action);
}
