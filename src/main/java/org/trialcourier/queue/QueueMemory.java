// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.UploadMemory;

/** What transports remember, in the queue's database: of one submission, or of one server. */
final class QueueMemory implements UploadMemory {
    private final Database database;
    private final String table;
    private final String column;
    private final String owner;

    private QueueMemory(Database database, String table, String column, String owner) {
        this.database = database;
        this.table = table;
        this.column = column;
        this.owner = owner;
    }

    /** That of a submission. */
    static QueueMemory of(Database database, UUID submission) {
        return new QueueMemory(database, "memory", "submission", submission.toString());
    }

    @Override
    public UploadMemory ofServer(String endpoint) {
        return new QueueMemory(database, "server", "endpoint", endpoint);
    }

    @Override
    public Optional<String> recall(String key) {
        String sql = "SELECT value FROM " + table + " WHERE " + column + " = ? AND name = ?";
        return StoreTrouble.unchecked(() -> database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, owner);
                query.setString(2, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        }));
    }

    @Override
    public void remember(String key, String value) {
        change("INSERT OR REPLACE INTO " + table + " (" + column + ", name, value) VALUES (?, ?, ?)", key, value);
    }

    @Override
    public void forget(String key) {
        change("DELETE FROM " + table + " WHERE " + column + " = ? AND name = ?", key);
    }

    private void change(String sql, String... values) {
        StoreTrouble.unchecked(() -> database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, owner);
                for (int i = 0; i < values.length; i++) {
                    update.setString(i + 2, values[i]);
                }
                return update.executeUpdate();
            }
        }));
    }

    /** A call of the database. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws ProblemException;
    }
}
