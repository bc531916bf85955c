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
    /** What is to be sent needs a person first: nobody tries. */
    STANDING("connection.standing", Tone.NEUTRAL, Feather.PAUSE_CIRCLE),
    /** Nothing was heard of the receiver yet, or the queue cannot be seen. */
    UNKNOWN("connection.unknown", Tone.NEUTRAL, Feather.HELP_CIRCLE),
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
        if (offline) {
            return OFFLINE;
        }
        if (submissions.stream().anyMatch(s -> s.state().isOpen())) {
            return UNKNOWN;
        }
        return submissions.stream().allMatch(s -> isOver(s.state())) ? IDLE : STANDING;
    }

    private static boolean isOver(State state) {
        return state == State.RECEIVED || state == State.CANCELLED || state == State.DRAFT;
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
