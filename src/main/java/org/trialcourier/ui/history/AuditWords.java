// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.text.Words;

/** What stands in the trail in a person's words; what this version does not know stays as it was written. */
record AuditWords(Words words, ZoneId zone) {

    /** An act, such as {@code submission.queued}. */
    String act(String act) {
        String state = act.replaceFirst("^submission\\.", "state.");
        if (words.knows("audit.what." + act)) {
            return words.say("audit.what." + act);
        }
        return state.startsWith("state.") && words.knows(state)
                ? words.say("audit.what.submission", words.say(state))
                : act;
    }

    /** All that an entry tells beside who, when and what. */
    String details(AuditEntry entry) {
        return entry.details().entrySet().stream()
                .map(detail -> name(detail.getKey()) + ": " + value(detail.getKey(), detail.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A moment by the clock of the site. */
    String moment(String iso) {
        try {
            return words.formats().moment(OffsetDateTime.parse(iso).toInstant(), zone);
        } catch (DateTimeParseException notIso) {
            return iso;
        }
    }

    private String name(String key) {
        return words.knows("audit.detail." + key) ? words.say("audit.detail." + key) : key;
    }

    private String value(String key, String value) {
        return switch (key) {
            case "from" -> from(value);
            case "problem" -> problem(value);
            case "until", "signedAt", "receivedAt" -> moment(value);
            default -> value;
        };
    }

    /** What stopped it, in a few words; the submission itself tells the whole sentence. */
    private String problem(String kind) {
        String group =
                switch (kind) {
                    case "Offline",
                            "Busy",
                            "Untrusted",
                            "CertificateName",
                            "CertificateDates",
                            "ProxyUnusable",
                            "ProxySignIn",
                            "ProxyRefuses" -> "connection";
                    case "SignInNeeded", "NoWayToSignIn", "SignInUnfinished", "NotAdmitted" -> "sign-in";
                    case "Refused" -> "refused";
                    case "ReceiptInvalid", "ReceiverKeyChanged", "PackageDiffers" -> "receipt";
                    case "Unreadable", "SourceGone", "SourceChanged", "PartsLost" -> "source";
                    case "HeldBack", "TypedIdentifier" -> "identifier";
                    case "DiskFull", "Unwritable" -> "disk";
                    case "QuietHours" -> "quiet-hours";
                    case "PracticeOnly" -> "practice";
                    case "Unexpected" -> "unexpected";
                    default -> "";
                };
        return group.isEmpty() ? kind : words.say("audit.problem." + group);
    }

    /** The state before, or where a trial came from: a file, or the address of a server. */
    private String from(String value) {
        if (value.equals("file")) {
            return words.say("audit.detail.from.file");
        }
        return words.knows("state." + value) ? words.say("state." + value) : value;
    }
}
