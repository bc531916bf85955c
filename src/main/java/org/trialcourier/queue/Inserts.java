// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.WireJson;

/** Writes what belongs to a submission into the tables. */
final class Inserts {
    private Inserts() {}

    static void submission(Connection connection, NewSubmission submission, State state, Instant now)
            throws SQLException {
        Instant deadline = submission.deadline();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO submission (id, trial, site, subject,"
                + " visit, state, instances, bytes, deadline, created, changed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, submission.id().toString());
            insert.setString(2, submission.trial());
            insert.setString(3, submission.site());
            insert.setString(4, submission.subject());
            insert.setString(5, submission.visit());
            insert.setString(6, state.name());
            insert.setLong(7, submission.instances());
            insert.setLong(8, submission.bytes());
            insert.setObject(9, deadline == null ? null : deadline.toEpochMilli());
            insert.setLong(10, now.toEpochMilli());
            insert.setLong(11, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    static Map<String, String> details(NewSubmission submission) {
        Map<String, String> details = new TreeMap<>();
        details.put("submission", submission.id().toString());
        details.put("trial", submission.trial());
        details.put("site", submission.site());
        details.put("subject", submission.subject());
        details.put("visit", submission.visit());
        details.put("instances", Long.toString(submission.instances()));
        return details;
    }

    static void sources(Connection connection, UUID id, byte[] sealed) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO source (submission, sealed) VALUES (?, ?)")) {
            insert.setString(1, id.toString());
            insert.setBytes(2, sealed);
            insert.executeUpdate();
        }
    }

    static void recognition(Connection connection, UUID id, byte[] marks) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO recognition (submission, marks) VALUES (?, ?)")) {
            insert.setString(1, id.toString());
            insert.setBytes(2, marks);
            insert.executeUpdate();
        }
    }

    /** Whether the images must still be there, or are only named in case that parts are lost. */
    static void sourcesNeeded(Connection connection, UUID id, boolean needed) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE source SET needed = ? WHERE submission = ?")) {
            update.setInt(1, needed ? 1 : 0);
            update.setString(2, id.toString());
            update.executeUpdate();
        }
    }

    static void eraseSources(Connection connection, UUID id) throws SQLException {
        delete(connection, "DELETE FROM source WHERE submission = ?", id);
    }

    static void forgetUploads(Connection connection, UUID id) throws SQLException {
        delete(connection, "DELETE FROM memory WHERE submission = ?", id);
    }

    /** Keeps what will be announced, with its parts; of parts that are the same as before, what was sent still counts. */
    static void announcement(Connection connection, Announcement announcement) throws SQLException {
        UUID id = announcement.submission();
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE submission SET announcement = ?, instances = ? WHERE id = ?")) {
            update.setString(1, WireJson.writeText(announcement));
            update.setLong(2, announcement.instances());
            update.setString(3, id.toString());
            update.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO part (submission, number, size, sha256) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (submission, number) DO UPDATE SET size = excluded.size,"
                        + " sha256 = excluded.sha256, sent = 0, done = 0 WHERE sha256 <> excluded.sha256")) {
            for (PartInfo part : announcement.parts()) {
                insert.setString(1, id.toString());
                insert.setInt(2, part.number());
                insert.setLong(3, part.size());
                insert.setString(4, part.sha256());
                insert.executeUpdate();
            }
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM part WHERE submission = ? AND number > ?")) {
            delete.setString(1, id.toString());
            delete.setInt(2, announcement.parts().size());
            delete.executeUpdate();
        }
    }

    private static void delete(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, id.toString());
            delete.executeUpdate();
        }
    }
}
