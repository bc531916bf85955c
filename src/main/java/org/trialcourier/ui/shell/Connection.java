// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.Tone;

/** How the way to the receiver looks, as far as the queue has tried it. */
public enum Connection {
    /** There is no trial yet. */
    NONE("connection.none", Tone.NEUTRAL, Feather.MINUS_CIRCLE),
    /** Nothing to send: nobody tries. */
    IDLE("connection.idle", Tone.NEUTRAL, Feather.WIFI),
    /** The receiver takes images right now. */
    ONLINE("connection.online", Tone.GOOD, Feather.WIFI),
    /** The receiver cannot be reached; the queue waits. */
    OFFLINE("connection.offline", Tone.CARE, Feather.WIFI_OFF);

    private final String key;
    private final Tone tone;
    private final Feather icon;

    Connection(String key, Tone tone, Feather icon) {
        this.key = key;
        this.tone = tone;
        this.icon = icon;
    }

    /** What the queue has seen last. */
    public static Connection of(List<Submission> submissions) {
        if (submissions.stream()
                .anyMatch(s -> (s.state() == State.UPLOADING && s.sentBytes() > 0) || s.state() == State.VERIFYING)) {
            return ONLINE;
        }
        boolean offline = submissions.stream()
                .anyMatch(s -> s.state() == State.WAITING
                        && s.problem().filter(Problem.Offline.class::isInstance).isPresent());
        return offline ? OFFLINE : IDLE;
    }

    /** Key of its words. */
    public String key() {
        return key;
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
