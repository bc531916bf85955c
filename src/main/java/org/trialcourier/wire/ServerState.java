// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a submission stands at the receiver. */
public enum ServerState {
    /** Announced; no part has come yet. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** Some parts are there. */
    @JsonProperty("receiving")
    RECEIVING,
    /** All parts are there and are being unpacked and checked. */
    @JsonProperty("verifying")
    VERIFYING,
    /** Verified and signed for. */
    @JsonProperty("received")
    RECEIVED,
    /** Received, and the receiver asks something; the receipt, where there is one, still holds. */
    @JsonProperty("query")
    QUERY,
    /** Set aside because it does not comply; the messages say why. */
    @JsonProperty("quarantined")
    QUARANTINED,
    /** Not taken; the messages say why. */
    @JsonProperty("rejected")
    REJECTED;

    /** Whether the parts have been handed over, so that nothing more is to be sent. */
    public boolean isBeyondUpload() {
        return this != ANNOUNCED && this != RECEIVING;
    }
}
