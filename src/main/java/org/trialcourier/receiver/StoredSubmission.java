// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.QueryAnswer;
import org.trialcourier.wire.ServerState;
import org.trialcourier.wire.SignedReceipt;

/**
 * A submission as the receiver keeps it in {@code state.json}.
 *
 * @param announcement as it came first
 * @param state where it stands
 * @param messages for the site
 * @param receipt once received
 * @param answers of the site to what was asked, in their order
 */
record StoredSubmission(
        Announcement announcement,
        ServerState state,
        List<String> messages,
        @Nullable SignedReceipt receipt,
        @Nullable List<QueryAnswer> answers) {
    StoredSubmission {
        messages = List.copyOf(messages);
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    static StoredSubmission announced(Announcement announcement) {
        return new StoredSubmission(announcement, ServerState.ANNOUNCED, List.of(), null, null);
    }

    StoredSubmission moved(ServerState next, List<String> why) {
        return new StoredSubmission(announcement, next, why, receipt, answers);
    }

    StoredSubmission received(SignedReceipt signed) {
        return new StoredSubmission(announcement, ServerState.RECEIVED, List.of(), signed, answers);
    }

    /** Whether it was received until then, and nothing was ever asked and answered about it. */
    boolean isUnread(Instant until) {
        return state == ServerState.RECEIVED
                && receipt != null
                && (answers == null || answers.isEmpty())
                && !OffsetDateTime.parse(receipt.receipt().receivedAt())
                        .toInstant()
                        .isAfter(until);
    }

    /** What was asked is over once there is an answer; what was set aside stays so until somebody looks at it. */
    StoredSubmission answered(QueryAnswer answer) {
        List<QueryAnswer> all = new ArrayList<>(answers == null ? List.of() : answers);
        if (!all.contains(answer)) {
            all.add(answer);
        }
        boolean over = state == ServerState.QUERY;
        return new StoredSubmission(
                announcement, over ? ServerState.RECEIVED : state, over ? List.of() : messages, receipt, all);
    }
}
