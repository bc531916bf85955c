// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;

/** Opens the transport for a destination. */
public final class Transports {
    private final HttpAccess access;
    private final Throttle throttle;

    /** All transports share the connections and the bandwidth limit given here. */
    public Transports(HttpAccess access, Throttle throttle) {
        this.access = access;
        this.throttle = throttle;
    }

    /** The transport for one destination. */
    public Transport open(Destination destination, TokenSource tokens) {
        throw new UnsupportedOperationException(destination.toString() + access + throttle + tokens);
    }
}
