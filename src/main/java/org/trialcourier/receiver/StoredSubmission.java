// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.ServerState;
import org.trialcourier.wire.SignedReceipt;

/**
 * A submission as the receiver keeps it in {@code state.json}.
 *
 * @param announcement as it came first
 * @param state where it stands
 * @param messages for the site
 * @param receipt once received
 */
record StoredSubmission(
        Announcement announcement,
        ServerState state,
        List<String> messages,
        @Nullable SignedReceipt receipt) {
    StoredSubmission {
        messages = List.copyOf(messages);
    }

    static StoredSubmission announced(Announcement announcement) {
        return new StoredSubmission(announcement, ServerState.ANNOUNCED, List.of(), null);
    }

    StoredSubmission moved(ServerState next, List<String> why) {
        return new StoredSubmission(announcement, next, why, receipt);
    }

    StoredSubmission received(SignedReceipt signed) {
        return new StoredSubmission(announcement, ServerState.RECEIVED, List.of(), signed);
    }
}
