// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.Problem;

/**
 * A change of state, in one place: by compare-and-set, along the table of {@link State#successors}, with its audit entry
 * in the same transaction. Nothing else changes a state.
 *
 * @param id the submission
 * @param from the state it must still be in
 * @param to the state it goes to
 * @param who wants it
 * @param problem why it waits or is held
 * @param note words of the receiver or of a person
 * @param retryAt when it goes on
 */
public record Move(
        UUID id,
        State from,
        State to,
        String who,
        Optional<Problem> problem,
        Optional<String> note,
        @Nullable Instant retryAt) {
    public Move {
        if (!from.successors().contains(to)) {
            throw new IllegalArgumentException(to + " does not follow " + from);
        }
    }

    public static Move of(UUID id, State from, State to, String who) {
        return new Move(id, from, to, who, Optional.empty(), Optional.empty(), null);
    }

    public Move because(Problem why) {
        return new Move(id, from, to, who, Optional.of(why), note, retryAt);
    }

    public Move saying(String words) {
        return new Move(id, from, to, who, problem, words.isBlank() ? Optional.empty() : Optional.of(words), retryAt);
    }

    public Move until(Instant time) {
        return new Move(id, from, to, who, problem, note, time);
    }

    /** Makes the move; false where the submission is no longer in the state it was expected in. */
    boolean make(Connection connection, AuditTrail audit, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE submission SET state = ?, changed = ?,"
                + " problem = ?, note = ?, retry_at = ? WHERE id = ? AND state = ?")) {
            update.setString(1, to.name());
            update.setLong(2, now.toEpochMilli());
            update.setString(3, problem.map(ProblemText::write).orElse(null));
            update.setString(4, note.orElse(null));
            update.setObject(5, retryAt == null ? null : retryAt.toEpochMilli());
            update.setString(6, id.toString());
            update.setString(7, from.name());
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        audit.append(connection, who, "submission." + word(to), details());
        return true;
    }

    private Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        details.put("submission", id.toString());
        details.put("from", word(from));
        problem.ifPresent(why -> details.put("problem", why.getClass().getSimpleName()));
        note.ifPresent(words -> details.put("note", words));
        if (retryAt != null) {
            details.put("until", retryAt.toString());
        }
        return details;
    }

    public static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
