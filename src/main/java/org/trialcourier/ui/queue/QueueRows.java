// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Formats;
import org.trialcourier.text.Sentence;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.StateLook;

/** Puts a submission into words for the queue. */
public final class QueueRows {
    private final Words words;
    private final Trial trial;
    private final ZoneId zone;

    /** Visits have the names of the trial, moments are those of its site. */
    public QueueRows(Words words, Trial trial) {
        this.words = words;
        this.trial = trial;
        this.zone = trial.site().timeZone();
    }

    /** {@code rate} in bytes a second, 0 where unknown; {@code first} for the one that goes next. */
    QueueRow of(Submission submission, double rate, Instant now, boolean first) {
        Formats formats = words.formats();
        StateLook look = StateLook.of(submission.state());
        Sentence sentence = submission.problem().map(words::of).orElse(null);
        return new QueueRow(
                submission.id(),
                words.say("queue.row.title", submission.subject(), trial.visitName(submission.visit())),
                words.say(
                        "queue.row.summary",
                        submission.instances(),
                        formats.bytes(submission.bytes()),
                        formats.moment(submission.created(), zone)),
                look,
                words.say(look.key()),
                share(submission),
                movement(submission, rate, now),
                sentence,
                note(submission),
                actions(submission.state(), first));
    }

    private String note(Submission submission) {
        String told = submission.note().map(words::told).orElse("");
        String stale = submission
                .goesStale()
                .map(until -> words.say("queue.row.kept", words.formats().moment(until, zone)))
                .orElse("");
        return (told + " " + stale).strip();
    }

    private static double share(Submission submission) {
        return switch (submission.state()) {
            case UPLOADING, VERIFYING, PAUSED, WAITING, HELD -> submission.parts() > 0 ? submission.share() : -1;
            case RECEIVED -> 1;
            default -> -1;
        };
    }

    private String movement(Submission submission, double rate, Instant now) {
        Formats formats = words.formats();
        Instant retryAt = submission.retryAt();
        if (submission.state() == State.WAITING && retryAt != null) {
            return words.say("queue.row.retry", formats.about(positive(Duration.between(now, retryAt))));
        }
        if (submission.state() == State.PREPARING) {
            return words.say("queue.row.preparing");
        }
        if (submission.state() != State.UPLOADING) {
            return sent(submission);
        }
        if (rate < 1) {
            return words.say(
                    "queue.row.sent", formats.bytes(submission.sentBytes()), formats.bytes(submission.bytes()));
        }
        long left = Math.max(0, submission.bytes() - submission.sentBytes());
        return words.say(
                "queue.row.moving",
                formats.bytes(submission.sentBytes()),
                formats.bytes(submission.bytes()),
                formats.bytes(Math.round(rate)),
                formats.about(Duration.ofMillis(Math.round(left * 1000 / rate))));
    }

    private String sent(Submission submission) {
        Formats formats = words.formats();
        return submission.parts() > 0 && submission.state() != State.RECEIVED
                ? words.say("queue.row.sent", formats.bytes(submission.sentBytes()), formats.bytes(submission.bytes()))
                : "";
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    static Set<QueueRow.Action> actions(State state, boolean first) {
        Set<QueueRow.Action> actions = EnumSet.noneOf(QueueRow.Action.class);
        if (state.isOpen()) {
            actions.add(QueueRow.Action.PAUSE);
            if (!first) {
                actions.add(QueueRow.Action.MOVE_FIRST);
            }
        }
        if (state == State.PAUSED) {
            actions.add(QueueRow.Action.RESUME);
        }
        if (state == State.WAITING || state == State.HELD || state == State.QUERY || state == State.REJECTED) {
            actions.add(QueueRow.Action.RETRY);
        }
        if (state.successors().contains(State.CANCELLED)) {
            actions.add(QueueRow.Action.CANCEL);
        }
        return actions;
    }
}
