// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.ui.shared.Tone;

/**
 * A visit that can be chosen for a subject.
 *
 * @param window its days in words
 * @param requires the examinations it asks for
 * @param fit how the study's day lies to the window
 * @param why the same as a sentence
 */
public record VisitChoice(String id, String name, String window, String requires, Fit fit, String why) {

    /** How a study's day lies to a visit's window. */
    public enum Fit {
        /** Inside. */
        INSIDE(Tone.GOOD, Feather.CHECK_CIRCLE),
        /** Before it opens or after it has closed. */
        OUTSIDE(Tone.CARE, Feather.ALERT_TRIANGLE),
        /** The receiver has images of this visit already. */
        RECEIVED(Tone.CARE, Feather.COPY),
        /** There is no window, or the study has no date. */
        UNKNOWN(Tone.NEUTRAL, Feather.HELP_CIRCLE);

        private final Tone tone;
        private final Feather icon;

        Fit(Tone tone, Feather icon) {
            this.tone = tone;
            this.icon = icon;
        }

        /** Its colour. */
        public Tone tone() {
            return tone;
        }

        /** Its picture. */
        public Feather icon() {
            return icon;
        }
    }
}
