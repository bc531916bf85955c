// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.Anchor;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.work.HandClock;
import org.trialcourier.work.Progress;

/** Databases of each earlier version open as they are, with all that was in them. */
class SchemaTest {
    private static final UUID QUEUED = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID CANCELLED = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @TempDir
    Path home;

    @Test
    void aDatabaseOfVersion1IsBroughtUpToDateAndItsSubmissionsAreDelivered() throws Exception {
        version1();
        try (Bench bench = new Bench(home)) {
            assertThat(bench.queue.damage()).isEmpty();
            assertThat(bench.queue.list()).extracting(Submission::id).containsExactly(QUEUED, CANCELLED);
            assertThat(bench.queue.audit().verify().faults()).isEmpty();
            assertThat(bench.queue.audit().verify().entries()).isEqualTo(2);
            assertThat(bench.queue.memory(CANCELLED).recall("part")).contains("https://receiver.example/files/1");
            assertThat(bench.queue.marks("LUMEN-301", "014")).isEmpty();
            assertThat(bench.runner(new MemoryReceiver().transports())
                            .run(new Progress())
                            .received())
                    .isEqualTo(1);
            assertThat(bench.queue.get(QUEUED).state()).isEqualTo(State.RECEIVED);
            assertThat(bench.queue.audit().verify().faults()).isEmpty();
        }
    }

    @Test
    void eachVersionLeadsToTheSameTables() throws Exception {
        Map<String, String> expected = null;
        for (int version = 0; version <= 5; version++) {
            Path file = home.resolve("from" + version + ".db");
            int first = version;
            try (Database database = Database.connect(file)) {
                database.write(connection -> {
                    Schema.bringTo(first, connection, Instant.EPOCH);
                    return true;
                });
                database.write(connection -> {
                    Schema.bringUpToDate(connection, Instant.EPOCH);
                    return true;
                });
                Map<String, String> tables = database.read(SchemaTest::tables);
                expected = expected == null ? tables : expected;
                assertThat(tables).isEqualTo(expected).containsKeys("submission", "audit", "schema_version");
            }
        }
    }

    /** As a program of version 1 left it: one queued, one cancelled, an upload remembered, two entries. */
    private void version1() throws Exception {
        HandClock clock = Bench.clock();
        Anchor anchor = new Anchor(home.resolve("queue.db.anchor"), null);
        anchor.begin();
        try (Database database = Database.connect(home.resolve("queue.db"))) {
            AuditTrail audit = new AuditTrail(database, anchor, clock);
            database.write(connection -> {
                Schema.bringTo(1, connection, Instant.EPOCH);
                insert(connection, QUEUED, "QUEUED");
                insert(connection, CANCELLED, "CANCELLED");
                run(connection, "INSERT INTO source VALUES ('" + QUEUED + "', x'010203')");
                run(
                        connection,
                        "INSERT INTO memory VALUES ('" + CANCELLED + "', 'part', 'https://receiver.example/files/1')");
                audit.append(connection, "Specimen Coordinator", "submission.queued", Map.of());
                audit.append(connection, "Specimen Coordinator", "submission.cancelled", Map.of());
                return true;
            });
        }
    }

    private static void insert(Connection connection, UUID id, String state) throws SQLException {
        run(
                connection,
                "INSERT INTO submission (id, trial, site, subject, visit, state, instances, bytes, created,"
                        + " changed) VALUES ('" + id + "', 'LUMEN-301', '014', '014-0007', 'BL', '" + state
                        + "', 5, 20000, 1000, 1000)");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, sql FROM sqlite_schema")) {
            while (row.next()) {
                tables.put(row.getString(1), String.valueOf(row.getString(2)));
            }
        }
        assertThat(List.copyOf(tables.keySet())).isNotEmpty();
        return tables;
    }
}
