// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.ConnectionSettings;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.ProxyChoice;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.ProblemException;

/** Transports for tests: loopback without a proxy, short waits. */
public final class Sending {
    /** Waits of milliseconds. */
    public static final Patience SHORT =
            new Patience(6, Duration.ofMillis(10), Duration.ofMillis(200), 256 << 10, 16 << 10, 1 << 20);

    private Sending() {}

    /** A way to the network that notices a stall after so long. */
    public static HttpAccess access(Duration stall) throws ProblemException {
        return HttpAccess.open(new ConnectionSettings(new ProxyChoice.None(), List.of(), Duration.ofSeconds(5), stall));
    }

    /** A tus transport; {@code api} may be null. */
    public static Transport tus(HttpAccess access, URI url, @Nullable URI api) {
        return new Transports(access, new Throttle(0), SHORT)
                .open(new Destination(Destination.Type.TUS, url, api), TokenSource.none(), (receiver, key) -> true);
    }
}
