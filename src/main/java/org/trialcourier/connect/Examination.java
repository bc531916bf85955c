// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.trialcourier.problem.Phrase;

/**
 * What the connection doctor found, for the hospital's IT staff; it holds no data of a patient.
 *
 * @param destination the address that was examined
 * @param examinedAt ISO 8601 with offset
 * @param checks in the order in which they were made
 */
public record Examination(String destination, String examinedAt, List<Check> checks) {
    /** Keeps its own copy. */
    public Examination {
        checks = List.copyOf(checks);
    }

    /** How a check came out. */
    public enum Outcome {
        /** As it should be. */
        GOOD,
        /** Works, with something to know. */
        NOTE,
        /** Does not work. */
        BAD,
        /** Not made, because an earlier one failed. */
        SKIPPED
    }

    /** What is looked at, on the way to the receiver. */
    public enum Subject {
        NAME("doctor.check.name"),
        PROXY("doctor.check.proxy"),
        PROXY_SIGN_IN("doctor.check.proxy-sign-in"),
        CONNECTION("doctor.check.connection"),
        CERTIFICATE("doctor.check.certificate"),
        CLOCK("doctor.check.clock"),
        SIGN_IN("doctor.check.sign-in"),
        UPLOAD("doctor.check.upload"),
        CUT("doctor.check.cut"),
        METHOD("doctor.check.method"),
        RESUMPTION("doctor.check.resumption"),
        SIZE("doctor.check.size"),
        API("doctor.check.api");

        private final String key;

        Subject(String key) {
            this.key = key;
        }

        /** Its name for a person. */
        public Phrase phrase() {
            return Phrase.of(key);
        }
    }

    /**
     * One check.
     *
     * @param subject what was looked at
     * @param outcome how it came out
     * @param finding one or two sentences
     */
    public record Check(Subject subject, Outcome outcome, Phrase finding) {}

    /** Whether submissions can get through. */
    public boolean isHealthy() {
        return checks.stream().noneMatch(check -> check.outcome() == Outcome.BAD);
    }

    /** A page of plain text; {@code say} puts phrases into the words of a language. */
    public String text(Function<Phrase, String> say) {
        StringBuilder page = new StringBuilder();
        page.append(say.apply(Phrase.of("doctor.page.title"))).append('\n');
        page.append(say.apply(Phrase.of("doctor.page.destination", destination)))
                .append('\n');
        page.append(say.apply(Phrase.of("doctor.page.at", examinedAt))).append("\n\n");
        for (Check check : checks) {
            page.append(String.format(
                    Locale.ROOT,
                    "%-10s %-22s %s\n",
                    say.apply(mark(check.outcome())),
                    say.apply(check.subject().phrase()),
                    say.apply(check.finding())));
        }
        return page.append('\n')
                .append(say.apply(isHealthy() ? Phrase.of("doctor.page.healthy") : Phrase.of("doctor.page.unhealthy")))
                .append('\n')
                .toString();
    }

    /**
     * The same as a JSON document: {@code destination}, {@code examinedAt}, {@code healthy}, {@code checks}. Each check
     * has codes that stay the same ({@code code}, {@code outcome}, {@code findingCode}) and words.
     */
    public Map<String, Object> document(Function<Phrase, String> say) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("destination", destination);
        document.put("examinedAt", examinedAt);
        document.put("healthy", isHealthy());
        List<Map<String, String>> lines = new ArrayList<>();
        for (Check check : checks) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("code", check.subject().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            line.put("name", say.apply(check.subject().phrase()));
            line.put("outcome", check.outcome().name().toLowerCase(Locale.ROOT));
            line.put("findingCode", check.finding().key().substring("doctor.".length()));
            line.put("finding", say.apply(check.finding()));
            lines.add(line);
        }
        document.put("checks", lines);
        return document;
    }

    private static Phrase mark(Outcome outcome) {
        return switch (outcome) {
            case GOOD -> Phrase.of("doctor.mark.good");
            case NOTE -> Phrase.of("doctor.mark.note");
            case BAD -> Phrase.of("doctor.mark.bad");
            case SKIPPED -> Phrase.of("doctor.mark.skipped");
        };
    }
}
