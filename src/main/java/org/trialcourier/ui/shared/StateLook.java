// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.queue.State;

/**
 * How a submission's state looks wherever it is shown.
 *
 * @param key of its word
 */
public record StateLook(Tone tone, Feather icon, String key) {
    /** The look of a state. */
    public static StateLook of(State state) {
        return switch (state) {
            case DRAFT -> new StateLook(Tone.NEUTRAL, Feather.EDIT_3, "state.draft");
            case QUEUED -> new StateLook(Tone.NEUTRAL, Feather.CLOCK, "state.queued");
            case PREPARING -> new StateLook(Tone.ACTIVE, Feather.SHIELD, "state.preparing");
            case UPLOADING -> new StateLook(Tone.ACTIVE, Feather.UPLOAD_CLOUD, "state.uploading");
            case VERIFYING -> new StateLook(Tone.ACTIVE, Feather.SEARCH, "state.verifying");
            case RECEIVED -> new StateLook(Tone.GOOD, Feather.CHECK_CIRCLE, "state.received");
            case PAUSED -> new StateLook(Tone.NEUTRAL, Feather.PAUSE_CIRCLE, "state.paused");
            case WAITING -> new StateLook(Tone.CARE, Feather.CLOCK, "state.waiting");
            case HELD -> new StateLook(Tone.BAD, Feather.ALERT_TRIANGLE, "state.held");
            case QUERY -> new StateLook(Tone.CARE, Feather.MESSAGE_CIRCLE, "state.query");
            case REJECTED -> new StateLook(Tone.BAD, Feather.X_CIRCLE, "state.rejected");
            case CANCELLED -> new StateLook(Tone.NEUTRAL, Feather.SLASH, "state.cancelled");
        };
    }
}
