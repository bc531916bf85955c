// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.util.regex.Pattern;
import org.trialcourier.connect.ProxySetting;

/**
 * What a person typed as the proxy: the setting to keep, or what is wrong with it.
 *
 * @param setting as {@code Settings} keeps it; empty where there is a mistake
 * @param mistake the key of the sentence that says what is wrong; empty where nothing is
 */
record ProxyEntry(String setting, String mistake) {
    private static final Pattern SCRIPT_PLACE = Pattern.compile("(?i)(https?://[^/@]+/|file:///).+");
    private static final Pattern PASSWORD = Pattern.compile("(?i)([a-z]+://)?[^/]*:[^/]*@.*");

    /** Reads it. */
    static ProxyEntry of(String typed) {
        String text = typed.strip();
        if (PASSWORD.matcher(text).matches()) {
            return new ProxyEntry("", "settings.proxy.password");
        }
        String setting = SCRIPT_PLACE.matcher(text).matches()
                ? ProxySetting.SCRIPT + text
                : text.replaceAll("(?i)^http://|/$", "");
        return ProxySetting.isUnderstood(setting)
                ? new ProxyEntry(setting, "")
                : new ProxyEntry("", "settings.proxy.wrong");
    }
}
