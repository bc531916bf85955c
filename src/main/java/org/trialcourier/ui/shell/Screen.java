// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import org.kordamp.ikonli.feather.Feather;

/** The places of the left rail. */
public enum Screen {
    /** Subjects by visits. */
    VISITS("rail.visits", Feather.CALENDAR),
    /** The four steps. */
    NEW("rail.new", Feather.PLUS_CIRCLE),
    /** What is being sent. */
    QUEUE("rail.queue", Feather.UPLOAD_CLOUD),
    /** What was received. */
    HISTORY("rail.history", Feather.ARCHIVE),
    /** Choices. */
    SETTINGS("rail.settings", Feather.SETTINGS);

    private final String key;
    private final Feather icon;

    Screen(String key, Feather icon) {
        this.key = key;
        this.icon = icon;
    }

    /** Key of its name. */
    public String key() {
        return key;
    }

    /** Its picture in the rail. */
    public Feather icon() {
        return icon;
    }
}
