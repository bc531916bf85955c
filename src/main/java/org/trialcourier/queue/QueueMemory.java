// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.UploadMemory;

/** What transports remember of one submission, in the queue's database. */
final class QueueMemory implements UploadMemory {
    private final Database database;
    private final UUID id;

    QueueMemory(Database database, UUID id) {
        this.database = database;
        this.id = id;
    }

    @Override
    public Optional<String> recall(String key) {
        return StoreTrouble.unchecked(() -> database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT value FROM memory WHERE submission = ? AND name = ?")) {
                query.setString(1, id.toString());
                query.setString(2, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        }));
    }

    @Override
    public void remember(String key, String value) {
        change("INSERT OR REPLACE INTO memory (submission, name, value) VALUES (?, ?, ?)", key, value);
    }

    @Override
    public void forget(String key) {
        change("DELETE FROM memory WHERE submission = ? AND name = ?", key);
    }

    private void change(String sql, String... values) {
        StoreTrouble.unchecked(() -> database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, id.toString());
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
