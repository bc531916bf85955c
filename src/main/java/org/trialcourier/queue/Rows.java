// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.wire.WireJson;

/** Reads submissions out of their table. */
final class Rows {
    private static final String QUERY = """
        SELECT s.*,
          (SELECT count(*) FROM part p WHERE p.submission = s.id) AS parts,
          (SELECT coalesce(sum(p.size), 0) FROM part p WHERE p.submission = s.id) AS part_bytes,
          (SELECT coalesce(sum(p.sent), 0) FROM part p WHERE p.submission = s.id) AS sent,
          json_extract(s.announcement, '$.manifestSha256') AS manifest,
          (SELECT min(m.value) FROM memory m WHERE m.submission = s.id AND m.name LIKE 'kept-until|%') AS kept_until
        FROM submission s
        """;

    /** What goes first: what a person put first, then the visit whose window closes soonest, then the oldest. */
    private static final String ORDER = " ORDER BY place, deadline IS NULL, deadline, created, id";

    private Rows() {}

    static List<Submission> all(Connection connection) throws SQLException {
        return query(connection, ORDER);
    }

    /** From 1: how many of those that are not over yet come before a submission, and itself. */
    static int placeInLine(Connection connection, UUID id) throws SQLException {
        int place = 0;
        for (Submission each : all(connection)) {
            place += each.state().isSettled() ? 0 : 1;
            if (each.id().equals(id)) {
                return Math.max(1, place);
            }
        }
        return place;
    }

    static Set<UUID> needingSources(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT submission FROM source WHERE needed = 1");
                ResultSet row = statement.executeQuery()) {
            Set<UUID> found = new HashSet<>();
            while (row.next()) {
                found.add(UUID.fromString(row.getString(1)));
            }
            return found;
        }
    }

    static Optional<Submission> one(Connection connection, UUID id) throws SQLException {
        return query(connection, " WHERE id = ?", id.toString()).stream().findFirst();
    }

    static List<Submission> beginningWith(Connection connection, String prefix) throws SQLException {
        return query(connection, " WHERE substr(id, 1, length(?)) = ?" + ORDER, prefix, prefix);
    }

    private static List<Submission> query(Connection connection, String rest, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY + rest)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<Submission> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(submission(row));
                }
            }
            return found;
        }
    }

    private static Submission submission(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        int parts = row.getInt("parts");
        long bytes = parts > 0 ? row.getLong("part_bytes") : row.getLong("bytes");
        String receipt = row.getString("receipt");
        return new Submission(
                UUID.fromString(row.getString("id")),
                row.getString("trial"),
                row.getString("site"),
                row.getString("subject"),
                row.getString("visit"),
                state,
                Optional.ofNullable(row.getString("problem")).map(ProblemText::read),
                Optional.ofNullable(row.getString("note")),
                row.getLong("instances"),
                bytes,
                row.getLong("sent"),
                parts,
                Optional.ofNullable(row.getString("manifest")).orElse(""),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("changed")),
                instant(row, "deadline"),
                row.getInt("attempts"),
                instant(row, "retry_at"),
                receipt == null ? null : WireJson.read(receipt, SignedReceipt.class),
                Optional.ofNullable(row.getString("kept_until"))
                        .map(Instant::parse)
                        .orElse(null));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static List<Marked> marks(Connection connection, String trial, String site) throws SQLException {
        List<Marked> marks = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT r.marks, s.state FROM recognition r JOIN submission s ON s.id = r.submission"
                        + " WHERE s.trial = ? AND s.site = ? AND s.state NOT IN ('CANCELLED', 'REJECTED')"
                        + " ORDER BY s.created, s.rowid")) {
            query.setString(1, trial);
            query.setString(2, site);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    marks.add(new Marked(rows.getBytes(1), State.valueOf(rows.getString(2))));
                }
            }
        }
        return marks;
    }
}
