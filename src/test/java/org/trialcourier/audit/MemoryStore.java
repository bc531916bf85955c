// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.trialcourier.problem.ProblemException;

/** A database in memory. */
final class MemoryStore implements Store {
    final Connection connection;
    private final List<Runnable> after = new ArrayList<>();

    MemoryStore() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(AuditTrail.SCHEMA);
            try (ResultSet version = statement.executeQuery("SELECT sqlite_version()")) {
                assertThat(version.next()).isTrue();
            }
        }
    }

    @Override
    public <T> T read(Work<T> work) throws ProblemException {
        return write(work);
    }

    @Override
    public <T> T write(Work<T> work) throws ProblemException {
        try {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                List.copyOf(after).forEach(Runnable::run);
                return result;
            } finally {
                after.clear();
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        after.add(action);
    }
}
