// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialcourier.problem.Problem;

/** Finds the words for each kind of problem; a kind without words does not compile. */
final class ProblemWords {
    private static final int SHOWN = 12;
    private static final int LONGEST_RANGES = 40;
    /** Of a file or folder that a person named: not a disc that was taken out. */
    private static final Set<String> WRONG_PATH = Set.of("why.no-file", "why.is-folder");

    /** Not the name of something, but that of the folder that has none. */
    private static final String NO_TRAIL = "audit-trail";

    private final Words words;

    ProblemWords(Words words) {
        this.words = words;
    }

    Sentence of(Problem problem) {
        return switch (problem) {
            case Problem.Offline p ->
                p.isFolder()
                        ? sentence("problem.no-folder", List.of(), p.host())
                        : sentence("problem.offline", reason(p.detail()), p.host());
            case Problem.Busy p -> sentence(busy(p), List.of(), p.host(), String.valueOf(p.status()));
            case Problem.SignInNeeded p -> sentence("problem.sign-in", List.of(), p.host());
            case Problem.NoWayToSignIn p -> sentence("problem.no-way-in", List.of(), p.host());
            case Problem.SignInUnfinished p -> sentence("problem.sign-in-unfinished", List.of(), p.host());
            case Problem.NotAdmitted p ->
                sentence("problem.not-admitted", List.of(), p.host(), String.valueOf(p.status()));
            case Problem.Untrusted p -> sentence("problem.untrusted", List.of(), p.host(), p.issuer());
            case Problem.CertificateName p -> sentence("problem.certificate-name", List.of(), p.host(), p.names());
            case Problem.CertificateDates p ->
                sentence("problem.certificate-dates", List.of(), p.host(), p.from(), p.until());
            case Problem.ProxyUnusable p -> sentence("problem.proxy", List.of());
            case Problem.ProxySignIn p ->
                sentence(p.given() ? "problem.proxy-password" : "problem.proxy-sign-in", List.of(), p.proxy());
            case Problem.ProxyRefuses p ->
                sentence("problem.proxy-refuses", List.of(), p.host(), String.valueOf(p.status()));
            case Problem.Refused p ->
                sentence("problem.refused", reason(p.reason()), p.host(), String.valueOf(p.status()));
            case Problem.ReceiptInvalid p -> sentence("problem.receipt", reason(p.reason()));
            case Problem.ReceiverKeyChanged p -> sentence("problem.receiver-key", List.of(), p.host());
            case Problem.Unreadable p -> sentence(unreadable(p), reason(p.why()), words.told(p.file()));
            case Problem.Unwritable p -> sentence("problem.unwritable", reason(p.why()), words.told(p.file()));
            case Problem.NoImages p ->
                sentence(
                        p.lost() == 0 ? "problem.no-images" : "problem.no-readable-images",
                        List.of(),
                        p.files(),
                        p.lost());
            case Problem.SourceLeft p -> sentence("problem.source-left", List.of(), p.place());
            case Problem.DiskFull p -> diskFull(p);
            case Problem.BadFile p ->
                sentence(
                        "problem.bad-file",
                        p.mistakes().stream()
                                .map(mistake -> mistake.path() + ": " + words.told(mistake.message()))
                                .toList(),
                        p.file(),
                        p.mistakes().size());
            case Problem.UnknownSubject p -> sentence("problem.unknown-subject", known(p.known()), p.subject());
            case Problem.UnknownVisit p -> sentence("problem.unknown-visit", known(p.known()), p.visit());
            case Problem.Unknown p ->
                p.kind().equals(NO_TRAIL)
                        ? sentence("problem.no-trail", List.of(), p.name())
                        : sentence("problem.unknown", List.of(), words.nameOf("kind.", p.kind()), p.name());
            case Problem.TrialInUse p -> sentence("problem.trial-in-use", List.of(), p.trial(), p.submissions());
            case Problem.NoKeyCard p -> sentence("problem.no-key-card", List.of(), p.trial(), p.site());
            case Problem.TrialKeyInUse p -> sentence("problem.trial-key-in-use", List.of(), p.trial(), p.submissions());
            case Problem.PracticeOnly p -> sentence("problem.practice-only", List.of(), p.host());
            case Problem.Blocked p ->
                sentence(
                        "problem.blocked",
                        p.findings().stream().map(words::say).toList(),
                        p.findings().size());
            case Problem.SeveralPeople p ->
                sentence(
                        "problem.several-people",
                        p.findings().stream().map(words::say).toList());
            case Problem.HeldBack p ->
                sentence("problem.held-back", shortened(held(p)), p.images().size());
            case Problem.SourceGone p -> sentence("problem.source-gone", List.of(), p.missing(), p.total());
            case Problem.TypedIdentifier p ->
                sentence(
                        p.isBesides() ? "problem.typed-besides" : "problem.typed",
                        List.of(),
                        words.told(p.field()),
                        words.nameOf("residue.", p.kind()));
            case Problem.SourceChanged p -> sentence("problem.source-changed", List.of());
            case Problem.PartsLost p -> sentence("problem.parts-lost", List.of(), p.lost(), p.total());
            case Problem.PackageDiffers p -> sentence("problem.package-differs", List.of());
            case Problem.QuietHours p -> sentence("problem.quiet-hours", List.of(), p.until());
            case Problem.StoreDamaged p ->
                sentence(
                        p.isSettings() ? "problem.settings-damaged" : "problem.store-damaged", List.of(), p.setAside());
            case Problem.StoreNewer p -> sentence("problem.store-newer", List.of());
            case Problem.StoreUnwritable p -> sentence("problem.store-unwritable", reason(p.why()), p.folder());
            case Problem.AlreadyOpen p -> sentence("problem.already-open", List.of(), p.folder());
            case Problem.PortTaken p -> sentence("problem.port-taken", List.of(), String.valueOf(p.port()));
            case Problem.KeyStoreLocked p -> sentence("problem.key-store-locked", List.of());
            case Problem.TooManyTries p -> sentence("problem.too-many-tries", List.of(), p.seconds());
            case Problem.NotNow p ->
                sentence(
                        "problem.not-now",
                        List.of(),
                        p.submission(),
                        words.nameOf("state.", p.state()),
                        words.nameOf("action.", p.action()));
            case Problem.Unexpected p -> sentence("problem.unexpected", List.of(), p.code());
        };
    }

    private static String unreadable(Problem.Unreadable p) {
        return WRONG_PATH.contains(p.why()) ? "problem.no-such-file" : "problem.unreadable";
    }

    private static String busy(Problem.Busy p) {
        if (p.status() == Problem.Busy.CANNOT_STORE) {
            return "problem.cannot-store";
        }
        return p.isByAnother() ? "problem.other-answers" : "problem.busy";
    }

    private Sentence diskFull(Problem.DiskFull p) {
        Formats formats = words.formats();
        return sentence("problem.disk-full", List.of(), formats.bytes(p.neededBytes()), formats.bytes(p.freeBytes()));
    }

    private List<String> reason(String text) {
        return List.of(words.told(text));
    }

    private List<String> known(List<String> names) {
        return names.isEmpty() ? List.of() : List.of(words.say("problem.known", String.join(", ", names)));
    }

    /** One line for all images that are held back for the same reason. */
    private List<String> held(Problem.HeldBack p) {
        Map<String, List<Integer>> byReason = new LinkedHashMap<>();
        p.images().forEach(image -> byReason.computeIfAbsent(words.say(image.reason()), reason -> new ArrayList<>())
                .add(image.number()));
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, numbers) -> lines.add(words.say(
                numbers.size() == 1 ? "problem.held-back.image" : "problem.held-back.images",
                ranges(numbers),
                reason)));
        return lines;
    }

    /** Numbers as people write them: 1–8, 12. */
    private static String ranges(List<Integer> numbers) {
        StringBuilder ranges = new StringBuilder();
        int from = 0;
        for (int at = 1; at <= numbers.size(); at++) {
            if (at < numbers.size() && numbers.get(at) == numbers.get(at - 1) + 1) {
                continue;
            }
            ranges.append(ranges.isEmpty() ? "" : ", ").append(numbers.get(from));
            ranges.append(at - from > 1 ? "–" + numbers.get(at - 1) : "");
            from = at;
            if (ranges.length() > LONGEST_RANGES && at < numbers.size()) {
                return ranges.append(" …").toString();
            }
        }
        return ranges.toString();
    }

    private List<String> shortened(List<String> places) {
        if (places.size() <= SHOWN) {
            return places;
        }
        List<String> some = new ArrayList<>(places.subList(0, SHOWN));
        some.add(words.say("problem.more", places.size() - SHOWN));
        return some;
    }

    private Sentence sentence(String key, List<String> details, Object... arguments) {
        return new Sentence(
                words.say(key + ".happened", arguments),
                details.stream().filter(detail -> !detail.isBlank()).toList(),
                words.say(key + ".meaning", arguments),
                words.say(key + ".next", arguments));
    }
}
