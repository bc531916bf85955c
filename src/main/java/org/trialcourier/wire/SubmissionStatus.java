// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver answers about a submission.
 *
 * @param submission the submission's id
 * @param state where it stands
 * @param missingParts numbers of the parts that have not come whole, ascending; empty beyond the upload
 * @param messages plain sentences for the site: what is asked, or why it was set aside
 * @param receipt present once {@link ServerState#RECEIVED}
 */
public record SubmissionStatus(
        UUID submission,
        ServerState state,
        List<Integer> missingParts,
        List<String> messages,
        @Nullable SignedReceipt receipt) {
    /** Keeps its own copies; absent lists are empty. */
    public SubmissionStatus {
        missingParts = copy(missingParts);
        messages = copy(messages);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
