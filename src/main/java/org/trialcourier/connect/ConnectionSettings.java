// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How this computer reaches the network. There is no switch that turns certificate checks off.
 *
 * @param proxy which proxy
 * @param extraAuthorities PEM or DER files with certificates of authorities to trust beside those of the system
 * @param connectTimeout how long to wait for a connection
 * @param stallTimeout how long an exchange may go without a byte moving before it is given up
 */
public record ConnectionSettings(
        ProxyChoice proxy, List<Path> extraAuthorities, Duration connectTimeout, Duration stallTimeout) {
    /** Keeps its own copy of the authorities. */
    public ConnectionSettings {
        extraAuthorities = List.copyOf(extraAuthorities);
    }

    /** The system's proxy, no extra authorities, 15 s to connect, 60 s without a byte. */
    public static ConnectionSettings standard() {
        return new ConnectionSettings(
                new ProxyChoice.OfSystem(), List.of(), Duration.ofSeconds(15), Duration.ofSeconds(60));
    }
}
