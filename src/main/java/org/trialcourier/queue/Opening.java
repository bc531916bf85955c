// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.audit.Anchor;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** Opens the database of the queue: checks it, sets it aside where it is damaged, brings its tables up to date. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Path anchorFile;
    private final Clock clock;
    private final @Nullable KeyPair device;

    Opening(Path file, Clock clock, @Nullable KeyPair device) {
        this.file = file.toAbsolutePath().normalize();
        this.clock = clock;
        this.device = device;
        anchorFile = sibling(".anchor");
    }

    /** One process opens at a time, so that two never make, mend or migrate it together. */
    Queue open() throws ProblemException {
        try (Lease alone = Lease.take(sibling(".opening"))) {
            LOG.debug("opening under {}", alone.file());
            Anchor anchor = new Anchor(anchorFile, device);
            Optional<String> aside = Optional.empty();
            if (isLost(anchor) || !isSound()) {
                aside = Optional.of(setAside());
            }
            Database database = connect();
            AuditTrail audit = new AuditTrail(database, anchor, clock);
            database.write(connection -> {
                Schema.bringUpToDate(connection, clock.instant());
                return true;
            });
            if (audit.head().seq() == 0) {
                begin(anchor);
            }
            if (aside.isPresent()) {
                audit.record(AuditEntry.PROGRAM, AuditEntry.SET_ASIDE, Map.of("name", aside.get()));
            }
            return new Queue(database, audit, clock, aside.map(Problem.StoreDamaged::new));
        }
    }

    private void begin(Anchor anchor) throws ProblemException {
        try {
            anchor.begin();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(anchorFile.toString(), "why.anchor"), e);
        }
    }

    private Database connect() throws ProblemException {
        try {
            return Database.connect(file);
        } catch (SQLException e) {
            throw SqlTrouble.of(e, file);
        }
    }

    /** An empty or missing database though the anchor knows of entries: SQLite alone would just begin anew. */
    private boolean isLost(Anchor anchor) throws ProblemException {
        try {
            return anchor.knowsEntries() && (!Files.exists(file) || Files.size(file) == 0);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(String.valueOf(file.getFileName()), "why.no-size"), e);
        }
    }

    private boolean isSound() throws ProblemException {
        if (!Files.exists(file)) {
            return true;
        }
        try (Database database = Database.connect(file)) {
            return "ok".equals(answer(database, "PRAGMA quick_check(1)"))
                    && isOfWholePages(Long.parseLong(answer(database, "PRAGMA page_size")));
        } catch (SQLException e) {
            if (SqlTrouble.isDamage(e)) {
                return false;
            }
            throw SqlTrouble.of(e, file);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.StoreDamaged) {
                return false;
            }
            throw e;
        }
    }

    /** SQLite reads a last page that is cut short as if zeros followed. With a log beside it, that one mends it. */
    private boolean isOfWholePages(long pageSize) throws ProblemException {
        try {
            Path log = sibling("-wal");
            boolean hasLog = Files.exists(log) && Files.size(log) > 0;
            return hasLog || Files.size(file) % pageSize == 0;
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(String.valueOf(file.getFileName()), "why.no-size"), e);
        }
    }

    private static String answer(Database database, String pragma) throws ProblemException {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(pragma)) {
                return row.next() ? row.getString(1) : "";
            }
        });
    }

    /** Moves the database, its log and its anchor away under a name with the time; gives the new name. */
    private String setAside() throws ProblemException {
        String ending = ".damaged-" + STAMP.format(clock.instant());
        try {
            for (String part : new String[] {"", "-wal", "-shm", ".anchor"}) {
                Path from = sibling(part);
                if (Files.exists(from)) {
                    Files.move(from, file.resolveSibling(file.getFileName() + ending + part));
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(
                            String.valueOf(file.getFileName()), e.getClass().getSimpleName()),
                    e);
        }
        LOG.error("The database was damaged and has been set aside as {}{}", file.getFileName(), ending);
        return file.getFileName() + ending;
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
