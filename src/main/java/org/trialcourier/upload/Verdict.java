// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.List;
import org.trialcourier.wire.SignedReceipt;

/** What the receiver says about a submission that has been handed over. */
public sealed interface Verdict {
    /** Verified by the receiver: the signature holds, and counts and manifest hash are those announced. */
    record Received(SignedReceipt receipt) implements Verdict {}

    /** All bytes are stored, but this receiver verifies nothing; {@code note} says so in plain words. */
    record StoredUnverified(String note) implements Verdict {}

    /** The receiver is still checking; ask again. */
    record Verifying() implements Verdict {}

    /** The receiver lacks these parts (or found them damaged); send them again, then finish again. */
    record Missing(List<Integer> parts) implements Verdict {
        /** Keeps its own copy. */
        public Missing {
            parts = List.copyOf(parts);
        }
    }

    /** The receiver asks something. */
    record Query(List<String> messages) implements Verdict {
        /** Keeps the words as plain text, and not without end. */
        public Query {
            messages = ReceiverWords.plain(messages);
        }
    }

    /** The receiver set the submission aside because it does not comply. */
    record Quarantined(List<String> messages) implements Verdict {
        /** Keeps the words as plain text, and not without end. */
        public Quarantined {
            messages = ReceiverWords.plain(messages);
        }
    }

    /** The receiver does not take the submission. */
    record Rejected(List<String> messages) implements Verdict {
        /** Keeps the words as plain text, and not without end. */
        public Rejected {
            messages = ReceiverWords.plain(messages);
        }
    }
}
