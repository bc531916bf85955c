// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed as the proxy: the setting to keep, or what is wrong with it.
 *
 * @param setting as {@code Settings} keeps it; empty where there is a mistake
 * @param mistake the key of the sentence that says what is wrong; empty where nothing is
 */
record ProxyEntry(String setting, String mistake) {
    /** What stands before the address of a proxy script in the settings. */
    static final String SCRIPT = "pac:";

    private static final Pattern PLACE =
            Pattern.compile("([^@:/\\s]+@)?([\\p{Alnum}]([\\p{Alnum}._-]*)|\\[[0-9a-fA-F:.]+])(:(\\d{1,5}))?");
    private static final Pattern SCRIPT_PLACE = Pattern.compile("(?i)(https?://[^/@]+/|file:///).+");
    private static final Pattern PASSWORD = Pattern.compile("(?i)([a-z]+://)?[^/]*:[^/]*@.*");
    private static final int LARGEST_PORT = 65_535;

    /** Reads it. */
    static ProxyEntry of(String typed) {
        String text = typed.strip();
        if (PASSWORD.matcher(text).matches()) {
            return new ProxyEntry("", "settings.proxy.password");
        }
        if (SCRIPT_PLACE.matcher(text).matches() && isAddress(text)) {
            return new ProxyEntry(SCRIPT + text, "");
        }
        String place = text.replaceAll("(?i)^http://|/$", "");
        return isPlace(place) ? new ProxyEntry(place, "") : new ProxyEntry("", "settings.proxy.wrong");
    }

    private static boolean isPlace(String text) {
        Matcher parts = PLACE.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String port = parts.group(5);
        return port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LARGEST_PORT;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null || "file".equalsIgnoreCase(address.getScheme());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
