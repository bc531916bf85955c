// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which proxy to use. */
public sealed interface ProxyChoice {
    /** What the operating system, the environment and Java's system properties say. */
    record OfSystem() implements ProxyChoice {}

    /** No proxy at all. */
    record None() implements ProxyChoice {}

    /** What a proxy script (PAC) says; an http, https or file address. */
    record Script(URI place) implements ProxyChoice {}

    /**
     * A proxy set by hand.
     *
     * @param host its name
     * @param port its port
     * @param user who signs in there; null where it asks for nobody
     * @param password of the user; null where there is none
     */
    record Manual(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) implements ProxyChoice {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
