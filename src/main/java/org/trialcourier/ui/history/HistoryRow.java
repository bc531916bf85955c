// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.util.List;
import java.util.UUID;
import org.trialcourier.ui.shared.StateLook;

/**
 * A settled submission in words.
 *
 * @param receipt lines of the receipt, name and value; empty where there is none
 * @param proof whether the receiver's signature holds, and what that means
 */
public record HistoryRow(
        UUID id,
        String when,
        String subject,
        String visit,
        String images,
        String size,
        StateLook look,
        String stateWord,
        List<Fact> receipt,
        Proof proof) {

    /** One line of a receipt; {@code mono} for hashes and ids. */
    public record Fact(String name, String value, boolean mono) {}

    /** What a receipt is worth. */
    public enum Proof {
        /** The receiver signed it, and the signature holds. */
        SIGNED,
        /** A signature that does not hold. */
        BROKEN,
        /** The receiver stored the images but verifies nothing. */
        STORED,
        /** There is nothing to prove. */
        NONE
    }

    /** Copies the receipt. */
    public HistoryRow {
        receipt = List.copyOf(receipt);
    }
}
