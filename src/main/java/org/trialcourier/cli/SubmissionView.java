// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Sentence;
import org.trialcourier.text.Words;
import org.trialcourier.wire.SignedReceipt;

/** Submissions as JSON, and as lines for a person. */
final class SubmissionView {
    private SubmissionView() {}

    static Map<String, Object> documents(List<Submission> submissions) {
        return Map.of(
                "submissions",
                submissions.stream().map(SubmissionView::document).toList());
    }

    static Map<String, Object> document(Submission submission) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", submission.id().toString());
        document.put("state", state(submission));
        document.put("trial", submission.trial());
        document.put("site", submission.site());
        document.put("subject", submission.subject());
        document.put("visit", submission.visit());
        document.put("instances", submission.instances());
        document.put("parts", submission.parts());
        document.put("bytes", submission.bytes());
        document.put("sentBytes", submission.sentBytes());
        document.put("manifestSha256", submission.manifestSha256());
        document.put("created", submission.created().toString());
        document.put("changed", submission.changed().toString());
        document.put(
                "retryAt",
                submission.retryAt() == null ? null : submission.retryAt().toString());
        document.put(
                "keptUntil",
                submission.keptUntil() == null ? null : submission.keptUntil().toString());
        document.put(
                "problem",
                submission
                        .problem()
                        .map(it -> Words.english().of(it).paragraph())
                        .orElse(null));
        document.put("note", submission.note().map(Words.english()::told).orElse(null));
        document.put("receipt", receipt(submission.receipt()));
        return document;
    }

    /** The document that {@code submit} and {@code demo} print. */
    static Map<String, Object> outcome(Submission submission) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("submission", document(submission));
        document.put("receipt", receipt(submission.receipt()));
        return document;
    }

    private static @Nullable Object receipt(@Nullable SignedReceipt signed) {
        if (signed == null) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("submission", signed.receipt().submission().toString());
        document.put("trial", signed.receipt().trial());
        document.put("site", signed.receipt().site());
        document.put("subject", signed.receipt().subject());
        document.put("visit", signed.receipt().visit());
        document.put("instances", signed.receipt().instances());
        document.put("payloadFiles", signed.receipt().payloadFiles());
        document.put("payloadBytes", signed.receipt().payloadBytes());
        document.put("manifestSha256", signed.receipt().manifestSha256());
        document.put("parts", signed.receipt().parts());
        document.put("receivedAt", signed.receipt().receivedAt());
        document.put("receiver", signed.receipt().receiver());
        document.put(
                "signature",
                Map.of(
                        "algorithm", signed.algorithm(),
                        "publicKey", signed.publicKey(),
                        "value", signed.signature()));
        return document;
    }

    static String line(Submission submission, Words words) {
        String why = submission
                .problem()
                .map(it -> happened(words.of(it), submission.state()))
                .or(() -> submission.note().map(words::told))
                .orElse("");
        String stale = submission
                .goesStale()
                .map(until -> " " + words.say("queue.row.kept", words.formats().moment(until, ZoneId.systemDefault())))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%s  %-13s %s %s  %s  %s  %s  %s",
                submission.id().toString().substring(0, 8),
                words.say("state." + state(submission)),
                submission.subject(),
                submission.visit(),
                words.say("count.images", submission.instances()),
                words.formats().bytes(submission.bytes()),
                words.formats().percent(submission.share()),
                why + stale);
    }

    /** What needs a person is told with the single things behind it, each on a line of its own. */
    private static String happened(Sentence sentence, State state) {
        return state == State.HELD && !sentence.details().isEmpty()
                ? sentence.happened() + "\n    " + String.join("\n    ", sentence.details())
                : sentence.happened();
    }

    static String state(Submission submission) {
        return submission.state().name().toLowerCase(Locale.ROOT);
    }

    static int exitCode(Submission submission) {
        return switch (submission.state()) {
            case HELD, QUERY, REJECTED -> ExitCode.HELD;
            case CANCELLED -> ExitCode.FAILED;
            default -> ExitCode.DONE;
        };
    }
}
