// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Formats;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.history.HistoryRow.Fact;
import org.trialcourier.ui.history.HistoryRow.Proof;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.SignedReceipt;

/** Puts settled submissions and their receipts into words. */
public final class HistoryRows {
    private final Words words;
    private final Trial trial;
    private final ZoneId zone;

    /** Visits have the names of the trial, moments are those of its site. */
    public HistoryRows(Words words, Trial trial) {
        this.words = words;
        this.trial = trial;
        this.zone = trial.site().timeZone();
    }

    HistoryRow of(Submission submission) {
        Formats formats = words.formats();
        StateLook look = StateLook.of(submission.state());
        SignedReceipt receipt = submission.receipt();
        return new HistoryRow(
                submission.id(),
                formats.moment(submission.changed(), zone),
                submission.subject(),
                trial.visitName(submission.visit()),
                formats.number(submission.instances()),
                formats.bytes(submission.bytes()),
                look,
                words.say(look.key()),
                receipt == null ? given(submission) : facts(receipt),
                proof(submission, receipt));
    }

    private static Proof proof(Submission submission, @Nullable SignedReceipt receipt) {
        if (receipt != null) {
            return receipt.holds() ? Proof.SIGNED : Proof.BROKEN;
        }
        return submission.state() == State.RECEIVED ? Proof.STORED : Proof.NONE;
    }

    /** Why somebody gave it up, where that was said. */
    private List<Fact> given(Submission submission) {
        return submission.state() != State.CANCELLED
                ? List.of()
                : submission.note().stream()
                        .map(reason -> new Fact(words.say("receipt.given-up"), reason, false))
                        .toList();
    }

    private List<Fact> facts(SignedReceipt signed) {
        Receipt receipt = signed.receipt();
        Formats formats = words.formats();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("receipt.submission"), receipt.submission().toString(), true));
        facts.add(new Fact(words.say("receipt.trial"), receipt.trial(), false));
        facts.add(new Fact(words.say("receipt.site"), receipt.site(), false));
        facts.add(new Fact(words.say("receipt.subject"), receipt.subject(), false));
        facts.add(new Fact(words.say("receipt.visit"), trial.visitName(receipt.visit()), false));
        facts.add(new Fact(words.say("receipt.images"), formats.number(receipt.instances()), false));
        facts.add(new Fact(
                words.say("receipt.payload"),
                words.say("receipt.payload.value", receipt.payloadFiles(), formats.bytes(receipt.payloadBytes())),
                false));
        facts.add(new Fact(words.say("receipt.received"), moment(receipt.receivedAt()), false));
        facts.add(new Fact(words.say("receipt.receiver"), receipt.receiver(), false));
        facts.add(new Fact(words.say("receipt.manifest"), receipt.manifestSha256(), true));
        return facts;
    }

    private String moment(String iso) {
        try {
            return words.formats().moment(OffsetDateTime.parse(iso).toInstant(), zone);
        } catch (DateTimeParseException notIso) {
            return iso;
        }
    }
}
