// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.upload.UploadMemory;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Sha256;

/**
 * The durable queue. What a method has done is on disk when it returns, together with its audit entry. Safe for several
 * threads and for several processes.
 */
public final class Queue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Queue.class);

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;
    private final Optional<Problem> damage;

    Queue(Database database, AuditTrail audit, Clock clock, Optional<Problem> damage) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.damage = damage;
    }

    /**
     * Opens the queue, and makes it where there is none. A file that is no sound database is set aside, never
     * overwritten: see {@link #damage}.
     *
     * @param database its file; the audit trail's anchor lies beside it
     * @param device the Ed25519 key that signs the anchor, the same each time; null for none
     */
    public static Queue open(Path database, Clock clock, @Nullable KeyPair device) throws ProblemException {
        return new Opening(database, clock, device).open();
    }

    /** What was wrong with the file when it was opened: it has been set aside, and this queue is new. */
    public Optional<Problem> damage() {
        return damage;
    }

    /** Queues a submission; {@code sealedSources} is kept as it is until all is received, and then erased. */
    public Submission add(NewSubmission submission, byte[] sealedSources, String who) throws ProblemException {
        return add(submission, sealedSources, null, List.of(), who);
    }

    /**
     * Queues a submission.
     *
     * @param sealedSources kept as they are until all is received, and then erased
     * @param marks keyed marks by which its person and images are known again, see {@link #marks}; null for none
     * @param overrides codes of the findings in spite of which it is sent, for the audit trail; the reasons follow by
     *     {@link #noteOnce} once they were found to hold nothing of the patient
     */
    public Submission add(
            NewSubmission submission, byte[] sealedSources, byte @Nullable [] marks, List<String> overrides, String who)
            throws ProblemException {
        return database.write(connection -> {
            Inserts.submission(connection, submission, State.QUEUED, clock.instant());
            Inserts.sources(connection, submission.id(), sealedSources);
            if (marks != null) {
                Inserts.recognition(connection, submission.id(), marks);
            }
            Map<String, String> details = Inserts.details(submission);
            if (!overrides.isEmpty()) {
                details.put("overrides", String.join(", ", overrides));
            }
            audit.append(connection, who, "submission.queued", details);
            return one(connection, submission.id());
        });
    }

    /** Writes an entry in the name of who queued a submission into the audit trail, unless the last one of that kind says the same. */
    public void noteOnce(UUID id, String what, Map<String, String> details) throws ProblemException {
        database.write(connection -> {
            try (PreparedStatement guard =
                    connection.prepareStatement("INSERT INTO memory (submission, name, value) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value")) {
                guard.setString(1, id.toString());
                guard.setString(2, "noted/" + what);
                guard.setString(3, Sha256.hex(WireJson.write(new TreeMap<>(details))));
                if (guard.executeUpdate() > 0) {
                    Map<String, String> all = new TreeMap<>(details);
                    all.put("submission", id.toString());
                    String who = audit.whoDid(connection, "submission.queued", id.toString());
                    audit.append(connection, who, what, all);
                }
            }
            return true;
        });
    }

    /** The marks of a trial's submissions at a site, oldest first; those cancelled or rejected do not count. */
    public List<Marked> marks(String trial, String site) throws ProblemException {
        return database.read(connection -> Rows.marks(connection, trial, site));
    }

    /** All submissions; those to be sent first come first, the settled ones last, newest first. */
    public List<Submission> list() throws ProblemException {
        List<Submission> all = new ArrayList<>(database.read(Rows::all));
        // The sort is stable: open ones keep the order in which they will be sent.
        all.sort(Comparator.comparing((Submission s) -> s.state().isSettled())
                .thenComparing(s -> s.state().isSettled() ? -s.changed().toEpochMilli() : 0));
        return all;
    }

    /** The submissions whose images must still be read from where they came from: nothing sealed replaces them yet. */
    public Set<UUID> needingSources() throws ProblemException {
        return database.read(Rows::needingSources);
    }

    /** A submission by its id. */
    public Submission get(UUID id) throws ProblemException {
        return database.read(connection -> one(connection, id));
    }

    /** A submission by its id or the beginning of it, where only one begins so. */
    public Submission find(String idOrPrefix) throws ProblemException {
        String prefix = idOrPrefix.strip().toLowerCase(Locale.ROOT);
        List<Submission> found = database.read(connection -> Rows.beginningWith(connection, prefix));
        if (prefix.isEmpty() || found.size() != 1) {
            String name = found.size() > 1 ? prefix + "… (" + found.size() + ")" : prefix;
            throw new ProblemException(new Problem.Unknown("submission", name));
        }
        return found.getFirst();
    }

    /** Stops a submission until it is resumed. */
    public Submission pause(UUID id, String who) throws ProblemException {
        return act(id, who, "pause", State.PAUSED, EnumSet.complementOf(EnumSet.of(State.PAUSED)));
    }

    /** Lets a paused submission go on. */
    public Submission resume(UUID id, String who) throws ProblemException {
        return act(id, who, "resume", State.QUEUED, EnumSet.of(State.PAUSED));
    }

    /** Tries again at once: one that waits, is held, asked about or rejected. */
    public Submission retry(UUID id, String who) throws ProblemException {
        return act(id, who, "retry", State.QUEUED, EnumSet.of(State.WAITING, State.HELD, State.QUERY, State.REJECTED));
    }

    /** Gives a submission up; a runner then removes its uploads and parts. */
    public Submission cancel(UUID id, String who) throws ProblemException {
        return cancel(id, who, "");
    }

    /** Gives a submission up for a reason, which names no patient and may be blank. */
    public Submission cancel(UUID id, String who, String reason) throws ProblemException {
        Submission cancelled = act(id, who, "cancel", State.CANCELLED, EnumSet.allOf(State.class), reason);
        database.emptyLog();
        return cancelled;
    }

    /** Puts a submission before all others. */
    public Submission moveFirst(UUID id, String who) throws ProblemException {
        return database.write(connection -> {
            one(connection, id);
            int before = Rows.placeInLine(connection, id);
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE submission SET place = (SELECT min(place) FROM submission) - 1 WHERE id = ?")) {
                update.setString(1, id.toString());
                update.executeUpdate();
            }
            audit.append(
                    connection,
                    who,
                    "submission.moved-first",
                    Map.of(
                            "submission", id.toString(),
                            "before", Integer.toString(before),
                            "after", Integer.toString(Rows.placeInLine(connection, id))));
            return one(connection, id);
        });
    }

    /** What transports remember of a submission. */
    public UploadMemory memory(UUID id) {
        return QueueMemory.of(database, id);
    }

    /** The audit trail in the same database. */
    public AuditTrail audit() {
        return audit;
    }

    /**
     * Checks the audit trail, and that the receipts kept here are just those that it tells of.
     *
     * @param kept entries known from elsewhere, which must still be there
     */
    public AuditReport verify(List<AuditTrail.Head> kept) throws ProblemException {
        AuditReport chain = audit.verify(kept);
        return chain.with(ReceiptCheck.faults(database.read(Rows::all), audit.entries(ReceiptCheck.KEPT)));
    }

    /** The runner's side of the queue. */
    public Ledger ledger() {
        return new Ledger(database, audit, clock);
    }

    /** The clock that it tells time by. */
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (ProblemException e) {
            // All that was promised is on disk already.
            LOG.warn("The database did not close", e);
        }
    }

    private Submission act(UUID id, String who, String action, State to, Set<State> from) throws ProblemException {
        return act(id, who, action, to, from, "");
    }

    private Submission act(UUID id, String who, String action, State to, Set<State> from, String reason)
            throws ProblemException {
        return database.write(connection -> {
            Submission now = one(connection, id);
            State state = now.state();
            if (!from.contains(state) || !state.successors().contains(to)) {
                throw new ProblemException(new Problem.NotNow(id.toString(), Move.word(state), action));
            }
            Move.of(id, state, to, who).saying(reason).make(connection, audit, clock.instant());
            reset(connection, id, to);
            return one(connection, id);
        });
    }

    private static void reset(Connection connection, UUID id, State to) throws SQLException {
        if (to == State.CANCELLED) {
            Inserts.eraseSources(connection, id);
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE submission SET attempts = 0 WHERE id = ?")) {
            update.setString(1, id.toString());
            update.executeUpdate();
        }
    }

    static Submission one(Connection connection, UUID id) throws SQLException, ProblemException {
        return Rows.one(connection, id)
                .orElseThrow(() -> new ProblemException(new Problem.Unknown("submission", id.toString())));
    }
}
