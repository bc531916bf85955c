// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /**
     * One check.
     *
     * @param name what was looked at
     * @param outcome how it came out
     * @param finding one or two sentences
     */
    public record Check(String name, Outcome outcome, String finding) {}

    /** Whether submissions can get through. */
    public boolean isHealthy() {
        return checks.stream().noneMatch(check -> check.outcome() == Outcome.BAD);
    }

    /** A page of plain text. */
    public String text() {
        StringBuilder page = new StringBuilder("TrialCourier connection report\n");
        page.append("Destination: ").append(destination).append('\n');
        page.append("Examined at: ").append(examinedAt).append("\n\n");
        for (Check check : checks) {
            page.append(String.format(
                    Locale.ROOT, "%-8s %-22s %s%n", mark(check.outcome()), check.name(), check.finding()));
        }
        page.append('\n')
                .append(isHealthy() ? "Submissions can get through.\n" : "Submissions cannot get through yet.\n");
        return page.toString().replace("\r\n", "\n");
    }

    /** The same as a JSON document: {@code destination}, {@code examinedAt}, {@code healthy}, {@code checks}. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("destination", destination);
        document.put("examinedAt", examinedAt);
        document.put("healthy", isHealthy());
        List<Map<String, String>> lines = new ArrayList<>();
        for (Check check : checks) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("name", check.name());
            line.put("outcome", check.outcome().name().toLowerCase(Locale.ROOT));
            line.put("finding", check.finding());
            lines.add(line);
        }
        document.put("checks", lines);
        return document;
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case GOOD -> "[ok]";
            case NOTE -> "[note]";
            case BAD -> "[BAD]";
            case SKIPPED -> "[-]";
        };
    }
}
