// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of an address: within one origin a token may travel.
 *
 * @param text {@code scheme://host:port} in lower case with the port always said
 */
public record Origin(String text) {
    /** The origin of an address. */
    public static Origin of(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port);
    }
}
