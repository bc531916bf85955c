// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * The tables, as a row of steps from nothing to now. A step that was released is never changed: what comes later is a new
 * step. Times are milliseconds since 1970 (UTC).
 */
final class Schema {
    private static final String VERSION_1 = """
        CREATE TABLE submission (
          id TEXT PRIMARY KEY,
          trial TEXT NOT NULL,
          site TEXT NOT NULL,
          subject TEXT NOT NULL,
          visit TEXT NOT NULL,
          state TEXT NOT NULL,
          problem TEXT,
          note TEXT,
          instances INTEGER NOT NULL,
          bytes INTEGER NOT NULL,
          place INTEGER NOT NULL DEFAULT 0,
          deadline INTEGER,
          created INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          attempts INTEGER NOT NULL DEFAULT 0,
          retry_at INTEGER,
          announcement TEXT,
          receipt TEXT,
          tidy INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX submission_state ON submission (state);
        CREATE TABLE source (
          submission TEXT PRIMARY KEY REFERENCES submission (id),
          sealed BLOB NOT NULL
        ) STRICT;
        CREATE TABLE part (
          submission TEXT NOT NULL REFERENCES submission (id),
          number INTEGER NOT NULL,
          size INTEGER NOT NULL,
          sha256 TEXT NOT NULL,
          sent INTEGER NOT NULL DEFAULT 0,
          done INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (submission, number)
        ) STRICT;
        CREATE TABLE memory (
          submission TEXT NOT NULL REFERENCES submission (id),
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (submission, name)
        ) STRICT;
        """ + AuditTrail.SCHEMA;

    private static final String VERSION_2 = """
        CREATE TABLE recognition (
          submission TEXT PRIMARY KEY REFERENCES submission (id),
          marks BLOB NOT NULL
        ) STRICT;
        """;

    private static final String VERSION_3 = """
        CREATE TABLE inquiry (
          submission TEXT PRIMARY KEY REFERENCES submission (id),
          asked INTEGER NOT NULL
        ) STRICT;
        """;

    private static final String VERSION_4 = "ALTER TABLE source ADD COLUMN needed INTEGER NOT NULL DEFAULT 1;";

    private static final String VERSION_5 = """
        CREATE TABLE server (
          endpoint TEXT NOT NULL,
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (endpoint, name)
        ) STRICT;
        """;

    private static final List<String> STEPS = List.of(VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5);

    private Schema() {}

    /** Takes a database of any earlier version, or an empty one, to this version; in a write transaction. */
    static void bringUpToDate(Connection connection, Instant now) throws SQLException, ProblemException {
        bringTo(STEPS.size(), connection, now);
    }

    /** The same for a version in between. */
    static void bringTo(int version, Connection connection, Instant now) throws SQLException, ProblemException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied INTEGER NOT NULL)"
                            + " STRICT");
            int present;
            try (ResultSet row = statement.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
                row.next();
                present = row.getInt(1);
            }
            if (present > STEPS.size()) {
                throw new ProblemException(new Problem.StoreNewer());
            }
            for (int step = present + 1; step <= version; step++) {
                // executeUpdate of the driver runs each statement of a script.
                statement.executeUpdate(STEPS.get(step - 1));
                try (PreparedStatement done = connection.prepareStatement("INSERT INTO schema_version VALUES (?, ?)")) {
                    done.setInt(1, step);
                    done.setLong(2, now.toEpochMilli());
                    done.executeUpdate();
                }
            }
        }
    }
}
