// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.trialcourier.audit.Store;
import org.trialcourier.problem.ProblemException;

/**
 * The one connection of this process to the SQLite file: write-ahead log, synced at each commit, erased bytes overwritten.
 * Work goes through it piece by piece; other processes wait for one another up to {@value #PATIENCE} ms.
 */
final class Database implements Store, AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Path file;
    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Runnable> afterCommit = new ArrayList<>();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Connects, without looking into the file. */
    static Database connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return new Database(file, source.getConnection());
    }

    @Override
    public <T> T read(Work<T> work) throws ProblemException {
        return inTransaction("BEGIN", work);
    }

    @Override
    public <T> T write(Work<T> work) throws ProblemException {
        return inTransaction("BEGIN IMMEDIATE", work);
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Moves all that was written from the log to the file and empties the log, so that what was erased is gone there too. */
    void emptyLog() throws ProblemException {
        turn.lock();
        try {
            run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw SqlTrouble.of(e, file);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() throws ProblemException {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlTrouble.of(e, file);
        } finally {
            turn.unlock();
        }
    }

    private <T> T inTransaction(String begin, Work<T> work) throws ProblemException {
        turn.lock();
        try {
            if (turn.getHoldCount() > 1) {
                throw new IllegalStateException("work on the database within work on the database");
            }
            List<Runnable> actions;
            T result;
            run(begin);
            boolean committed = false;
            try {
                result = work.on(connection);
                run("COMMIT");
                committed = true;
                actions = List.copyOf(afterCommit);
            } finally {
                afterCommit.clear();
                if (!committed) {
                    rollBack();
                }
            }
            actions.forEach(Runnable::run);
            return result;
        } catch (SQLException e) {
            throw SqlTrouble.of(e, file);
        } finally {
            turn.unlock();
        }
    }

    private void rollBack() throws SQLException {
        // After some faults (a full disk among them) SQLite has rolled back by itself.
        if (!connection.isClosed()) {
            try {
                run("ROLLBACK");
            } catch (SQLException none) {
                if (!String.valueOf(none.getMessage()).contains("no transaction is active")) {
                    throw none;
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
