// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/** What an error of SQLite means. */
final class SqlTrouble {
    /** Free bytes that the queue needs to go on working. */
    private static final long ROOM = 4L << 20;

    private SqlTrouble() {}

    static ProblemException of(SQLException e, Path file) {
        String code = e instanceof SQLiteException lite ? lite.getResultCode().name() : "SQL" + e.getErrorCode();
        String name = String.valueOf(file.getFileName());
        Problem problem;
        if (isDamage(e)) {
            problem = new Problem.StoreDamaged(name);
        } else if (code.startsWith("SQLITE_FULL") || free(file) < ROOM) {
            problem = new Problem.DiskFull(ROOM, free(file));
        } else if (code.startsWith("SQLITE_READONLY")
                || code.startsWith("SQLITE_CANTOPEN")
                || code.startsWith("SQLITE_IOERR")
                || code.startsWith("SQLITE_PERM")) {
            problem = new Problem.StoreUnwritable(
                    String.valueOf(file.toAbsolutePath().getParent()), code);
        } else if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            problem = new Problem.Unwritable(name, code);
        } else {
            problem = new Problem.Unexpected(code);
        }
        return new ProblemException(problem, e);
    }

    /** Whether the file is not, or no longer, a sound database. */
    static boolean isDamage(SQLException e) {
        if (!(e instanceof SQLiteException lite)) {
            return false;
        }
        SQLiteErrorCode code = lite.getResultCode();
        return code == SQLiteErrorCode.SQLITE_NOTADB || code.name().startsWith("SQLITE_CORRUPT");
    }

    private static long free(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
