// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.wire.WireJson;

/** The runner's side of the queue: what it must know of a submission to go on, and what it notes on the way. */
public final class Ledger {
    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    Ledger(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** A part and how much of it the receiver has; only {@code done} is certain. */
    public record PartRow(int number, long size, long sent, boolean done) {}

    /** Makes a move; false where someone else has moved the submission meanwhile. */
    public boolean move(Move move) throws ProblemException {
        return database.write(connection -> move.make(connection, audit, clock.instant()));
    }

    /** Moves on to sending: what will be announced is known, and the sources are needed only if parts get lost. */
    public boolean sealed(Move move, Announcement announcement) throws ProblemException {
        return database.write(connection -> {
            if (!move.make(connection, audit, clock.instant())) {
                return false;
            }
            Inserts.announcement(connection, announcement);
            Inserts.sourcesNeeded(connection, move.id(), false);
            audit.append(
                    connection,
                    AuditEntry.PROGRAM,
                    "submission.sealed",
                    Map.of(
                            "submission", move.id().toString(),
                            "manifestSha256", announcement.manifestSha256(),
                            "parts", Integer.toString(announcement.parts().size()),
                            "payloadFiles", Long.toString(announcement.payloadFiles()),
                            "payloadBytes", Long.toString(announcement.payloadBytes())));
            return true;
        });
    }

    /** Moves to received with the receiver's receipt; where the images came from is erased. */
    public boolean received(Move move, Optional<SignedReceipt> receipt) throws ProblemException {
        boolean moved = database.write(connection -> {
            if (!move.make(connection, audit, clock.instant())) {
                return false;
            }
            Inserts.eraseSources(connection, move.id());
            if (receipt.isPresent()) {
                try (PreparedStatement update =
                        connection.prepareStatement("UPDATE submission SET receipt = ? WHERE id = ?")) {
                    update.setString(1, WireJson.writeText(receipt.get()));
                    update.setString(2, move.id().toString());
                    update.executeUpdate();
                }
                audit.append(
                        connection,
                        receipt.get().receipt().receiver(),
                        ReceiptCheck.KEPT,
                        Map.of(
                                "submission", move.id().toString(),
                                "receivedAt", receipt.get().receipt().receivedAt(),
                                "manifestSha256", receipt.get().receipt().manifestSha256(),
                                "signature", receipt.get().signature()));
            }
            return true;
        });
        database.emptyLog();
        return moved;
    }

    /** The images are read once more, because parts made of them are lost. */
    public void needSources(UUID id) throws ProblemException {
        database.write(connection -> {
            Inserts.sourcesNeeded(connection, id, true);
            return true;
        });
    }

    public Optional<Announcement> announcement(UUID id) throws ProblemException {
        return text("SELECT announcement FROM submission WHERE id = ?", id)
                .map(json -> WireJson.read(json, Announcement.class));
    }

    public Optional<byte[]> sources(UUID id) throws ProblemException {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT sealed FROM source WHERE submission = ?")) {
                query.setString(1, id.toString());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    public State state(UUID id) throws ProblemException {
        return text("SELECT state FROM submission WHERE id = ?", id)
                .map(State::valueOf)
                .orElse(State.CANCELLED);
    }

    public List<PartRow> parts(UUID id) throws ProblemException {
        return database.read(connection -> {
            List<PartRow> parts = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT number, size, sent, done FROM part WHERE submission = ? ORDER BY number")) {
                query.setString(1, id.toString());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        parts.add(new PartRow(row.getInt(1), row.getLong(2), row.getLong(3), row.getInt(4) != 0));
                    }
                }
            }
            return parts;
        });
    }

    public void sent(UUID id, int part, long bytes) throws ProblemException {
        update("UPDATE part SET sent = ? WHERE submission = ? AND number = ? AND done = 0", bytes, id, part);
    }

    public void done(UUID id, int part) throws ProblemException {
        update("UPDATE part SET done = ?, sent = size WHERE submission = ? AND number = ?", 1, id, part);
    }

    /** A part on this computer is no longer what was sealed. */
    public void damaged(UUID id, int part) throws ProblemException {
        audit.record(
                AuditEntry.PROGRAM,
                "submission.part-damaged",
                Map.of("submission", id.toString(), "part", Integer.toString(part)));
    }

    /** The receiver does not have this part after all. */
    public void lost(UUID id, int part) throws ProblemException {
        update("UPDATE part SET done = ?, sent = 0 WHERE submission = ? AND number = ?", 0, id, part);
    }

    public void attempts(UUID id, int count) throws ProblemException {
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE submission SET attempts = ? WHERE id = ?")) {
                update.setInt(1, count);
                update.setString(2, id.toString());
                return update.executeUpdate();
            }
        });
    }

    /** Takes sealed submissions up again that only their spool still knows, because the database was set aside. */
    public void recover(List<Announcement> found) throws ProblemException {
        for (Announcement a : found) {
            if (database.read(connection -> Rows.one(connection, a.submission()))
                    .isEmpty()) {
                NewSubmission again = new NewSubmission(
                        a.submission(),
                        a.trial(),
                        a.site(),
                        a.subject(),
                        a.visit(),
                        a.instances(),
                        a.payloadBytes(),
                        null);
                database.write(connection -> {
                    Inserts.submission(connection, again, State.QUEUED, clock.instant());
                    Inserts.announcement(connection, a);
                    return audit.append(connection, AuditEntry.PROGRAM, "submission.recovered", Inserts.details(again));
                });
            }
        }
    }

    /** Submissions that are over, but whose parts and uploads may still be there. */
    public List<UUID> untidy() throws ProblemException {
        return database.read(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT id FROM submission WHERE tidy = 0 AND state IN ('RECEIVED', 'CANCELLED')");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(UUID.fromString(row.getString(1)));
                }
            }
            return found;
        });
    }

    public void tidied(UUID id) throws ProblemException {
        database.write(connection -> {
            Inserts.forgetUploads(connection, id);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE submission SET tidy = 1 WHERE id = ?")) {
                update.setString(1, id.toString());
                return update.executeUpdate();
            }
        });
    }

    /** When receivers were last asked about submissions that they have. */
    public Map<UUID, Instant> inquiries() throws ProblemException {
        return database.read(connection -> {
            Map<UUID, Instant> asked = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT submission, asked FROM inquiry");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    asked.put(UUID.fromString(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)));
                }
            }
            return asked;
        });
    }

    /** The receiver answered just now. */
    public void inquired(UUID id) throws ProblemException {
        database.write(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR REPLACE INTO inquiry (submission, asked) VALUES (?, ?)")) {
                insert.setString(1, id.toString());
                insert.setLong(2, clock.millis());
                return insert.executeUpdate();
            }
        });
    }

    private void update(String sql, long value, UUID id, int part) throws ProblemException {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setLong(1, value);
                update.setString(2, id.toString());
                update.setInt(3, part);
                return update.executeUpdate();
            }
        });
    }

    private Optional<String> text(String sql, UUID id) throws ProblemException {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, id.toString());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }
}
