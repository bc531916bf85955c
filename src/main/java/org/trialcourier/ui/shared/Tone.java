// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.Locale;

/** What a status feels like; the stylesheet gives each a colour, and a word and an icon always stand beside it. */
public enum Tone {
    /** Nothing to do. */
    NEUTRAL,
    /** Under way. */
    ACTIVE,
    /** Done, proven. */
    GOOD,
    /** Look at it. */
    CARE,
    /** Stops the work. */
    BAD;

    /** The style class of this tone. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
