// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.Tone;

/** Whether the window may be closed and the disc taken out. Derived from what is on disk, never from hope. */
public enum Safety {
    /** Nothing is open. */
    SAFE("safe.close", Tone.GOOD, Feather.CHECK_CIRCLE),
    /** All is sealed on this computer; what is not sent yet goes on by itself. */
    SEALED("safe.eject", Tone.GOOD, Feather.CHECK_CIRCLE),
    /** All is sealed on this computer, and something of it waits for a person. */
    NEEDS_YOU("safe.needs-you", Tone.CARE, Feather.USER_CHECK),
    /** What was on its way was lost with a damaged file: whether all was received is not known. */
    DAMAGED("safe.damaged", Tone.CARE, Feather.ALERT_TRIANGLE),
    /** Images were chosen and not sent; closing forgets the choice. */
    DRAFT("safe.draft", Tone.NEUTRAL, Feather.EDIT_3),
    /** Images are still read from where they came from. */
    KEEP_DISC("safe.keep-disc", Tone.CARE, Feather.DISC),
    /** Images must still be read, but nothing reads them: what is held or paused needs a person first. */
    KEEP_HELD("safe.keep-held", Tone.CARE, Feather.DISC),
    /** What is on disk was not looked at yet. */
    UNKNOWN("safe.unknown", Tone.CARE, Feather.HELP_CIRCLE),
    /** What is on disk cannot be read. */
    UNREADABLE("safe.unreadable", Tone.CARE, Feather.ALERT_TRIANGLE);

    private final String key;
    private final Tone tone;
    private final Feather icon;

    Safety(String key, Tone tone, Feather icon) {
        this.key = key;
        this.tone = tone;
        this.icon = icon;
    }

    /**
     * What holds for this queue.
     *
     * @param needing submissions whose images must still be read from where they came from
     * @param draft whether images are chosen and not sent
     * @param damaged whether an earlier queue was damaged and set aside: nobody knows what was in it
     */
    public static Safety of(List<Submission> submissions, Set<UUID> needing, boolean draft, boolean damaged) {
        if (!needing.isEmpty() || submissions.stream().anyMatch(Safety::needsSource)) {
            return isRead(submissions, needing) ? KEEP_DISC : KEEP_HELD;
        }
        if (draft) {
            return DRAFT;
        }
        if (damaged) {
            return DAMAGED;
        }
        if (submissions.stream().anyMatch(s -> needsPerson(s.state()))) {
            return NEEDS_YOU;
        }
        return submissions.stream().anyMatch(s -> s.state().isOpen()) ? SEALED : SAFE;
    }

    /** Whether one of those that need their images goes on by itself. */
    private static boolean isRead(List<Submission> submissions, Set<UUID> needing) {
        return submissions.stream()
                .filter(s -> needing.contains(s.id()) || needsSource(s))
                .anyMatch(s -> s.state() != State.HELD && s.state() != State.PAUSED);
    }

    private static boolean needsSource(Submission submission) {
        State state = submission.state();
        boolean unfinished = !state.isSettled() || state == State.HELD;
        return state == State.PREPARING
                || unfinished && submission.manifestSha256().isEmpty();
    }

    private static boolean needsPerson(State state) {
        return switch (state) {
            case PAUSED, HELD, QUERY, REJECTED -> true;
            case DRAFT, QUEUED, PREPARING, UPLOADING, VERIFYING, WAITING, RECEIVED, CANCELLED -> false;
        };
    }

    /** Key of its words; with ".why" the longer ones. */
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
