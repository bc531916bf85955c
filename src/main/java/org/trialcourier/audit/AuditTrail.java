// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.WireJson;

/**
 * The append-only trail of who did what (21 CFR 11.10(e)), each entry chained to the one before by SHA-256. The end of
 * the chain is also kept in an {@link Anchor} outside the database, so that a cut is noticed. Entries hold ids of trials,
 * subjects and submissions, and nothing that identifies a patient.
 */
public final class AuditTrail {
    /** The hash that stands before the first entry. */
    public static final String BEGINNING = "0".repeat(64);

    /** The table of the trail. The database itself refuses to change or delete an entry. */
    public static final String SCHEMA = """
        CREATE TABLE audit (
          seq INTEGER PRIMARY KEY,
          time TEXT NOT NULL,
          who TEXT NOT NULL,
          what TEXT NOT NULL,
          details TEXT NOT NULL,
          previous TEXT NOT NULL,
          hash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_keeps BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END\
        """;

    private final Store store;
    private final Anchor anchor;
    private final Clock clock;

    /**
     * A trail in a database that has its table.
     *
     * @param clock also gives the time zone of the entries
     */
    public AuditTrail(Store store, Anchor anchor, Clock clock) {
        this.store = store;
        this.anchor = anchor;
        this.clock = clock;
    }

    /** Appends on a transaction that is under way, so that a change and its entry stand or fall together. */
    public AuditEntry append(Connection connection, String who, String what, Map<String, String> details)
            throws SQLException {
        Optional<AuditEntry> last = last(connection);
        AuditEntry entry = Chain.link(
                last.map(AuditEntry::seq).orElse(0L) + 1,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        ZonedDateTime.now(clock).toOffsetDateTime()),
                Chain.safe(who),
                what,
                Chain.safe(details),
                last.map(AuditEntry::hash).orElse(BEGINNING));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.seq());
            insert.setString(2, entry.time());
            insert.setString(3, entry.who());
            insert.setString(4, entry.what());
            insert.setString(5, WireJson.writeText(entry.details()));
            insert.setString(6, entry.previousHash());
            insert.setString(7, entry.hash());
            insert.executeUpdate();
        }
        store.afterCommit(() -> anchor.advance(entry.seq(), entry.hash()));
        return entry;
    }

    /** Who did something to a submission first; the program where no entry tells. */
    public String whoDid(Connection connection, String what, String submission) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT who FROM audit WHERE what = ?"
                + " AND json_extract(details, '$.submission') = ? ORDER BY seq LIMIT 1")) {
            query.setString(1, what);
            query.setString(2, submission);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : AuditEntry.PROGRAM;
            }
        }
    }

    /** Appends an entry by itself. Values are cut at 2000 characters; none may identify a patient. */
    public AuditEntry record(String who, String what, Map<String, String> details) throws ProblemException {
        return store.write(connection -> append(connection, who, what, details));
    }

    /** The last entries, newest first. */
    public List<AuditEntry> latest(int count) throws ProblemException {
        return store.read(connection -> {
            List<AuditEntry> entries = new ArrayList<>();
            walk(connection, "SELECT * FROM audit ORDER BY seq DESC LIMIT " + count, entries::add);
            return entries;
        });
    }

    /** An entry that was once the last one. */
    public record Head(long seq, String hash) {}

    /** The last entry now; number 0 where there is none. */
    public Head head() throws ProblemException {
        return store.read(AuditTrail::last)
                .map(entry -> new Head(entry.seq(), entry.hash()))
                .orElse(new Head(0, BEGINNING));
    }

    /** Entries of one kind, oldest first. */
    public List<AuditEntry> entries(String what) throws ProblemException {
        return all().stream().filter(entry -> entry.what().equals(what)).toList();
    }

    /** Checks the whole chain, and its end against the anchor. */
    public AuditReport verify() throws ProblemException {
        return verify(List.of());
    }

    /** Checks the whole chain, its end against the anchor, and against entries that were kept elsewhere. */
    public AuditReport verify(List<Head> kept) throws ProblemException {
        Anchor.Reading end = anchor.read();
        return store.read(connection -> {
            ChainCheck check = new ChainCheck(end, kept);
            walk(connection, "SELECT * FROM audit ORDER BY seq", check::next);
            return check.report();
        });
    }

    /** All entries, oldest first. */
    public List<AuditEntry> entries() throws ProblemException {
        return all();
    }

    /** The entries of one trial and those about the workstation, oldest first: nothing of any other trial. */
    public List<AuditEntry> ofTrial(String trial) throws ProblemException {
        return TrialEntries.of(trial, all());
    }

    /** Writes entries as CSV (RFC 4180), UTF-8, with a header line. The stream stays open. */
    public static void writeCsv(List<AuditEntry> entries, OutputStream out) throws IOException {
        AuditExport.csv(entries, out);
    }

    /** Writes entries as one JSON array, UTF-8. The stream stays open. */
    public static void writeJson(List<AuditEntry> entries, OutputStream out) throws IOException {
        AuditExport.json(entries, out);
    }

    private List<AuditEntry> all() throws ProblemException {
        return store.read(connection -> {
            List<AuditEntry> entries = new ArrayList<>();
            walk(connection, "SELECT * FROM audit ORDER BY seq", entries::add);
            return entries;
        });
    }

    private static Optional<AuditEntry> last(Connection connection) throws SQLException {
        List<AuditEntry> one = new ArrayList<>();
        walk(connection, "SELECT * FROM audit ORDER BY seq DESC LIMIT 1", one::add);
        return one.stream().findFirst();
    }

    private static void walk(Connection connection, String query, Consumer<AuditEntry> each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                each.accept(new AuditEntry(
                        row.getLong("seq"),
                        row.getString("time"),
                        row.getString("who"),
                        row.getString("what"),
                        Chain.details(row.getString("details")),
                        row.getString("previous"),
                        row.getString("hash")));
            }
        }
    }
}
