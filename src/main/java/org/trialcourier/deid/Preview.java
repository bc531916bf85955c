// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;

/**
 * What de-identification does to all chosen files: one row for each attribute, action and rule, with the distinct
 * values before and after. Made of the changes that the real run reports. Not safe for several threads.
 */
public final class Preview {
    private static final Pattern ITEM = Pattern.compile("\\[\\d+]");

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int seen;

    /** An instance that cannot be made safe, by its number in the order of adding, from 1. */
    public record Refusal(int number, Phrase reason) {}

    private static final class Row {
        private final Change first;
        private final String path;
        private final Set<Phi<String>> before = new LinkedHashSet<>();
        private final Set<String> after = new LinkedHashSet<>();
        private int instances;

        private Row(Change first, String path) {
            this.first = first;
            this.path = path;
        }
    }

    /** Adds what happened to one instance. */
    public void add(Outcome outcome) {
        seen++;
        switch (outcome) {
            case Outcome.Clean clean -> add(clean.changes());
            case Outcome.Refused refused -> refusals.add(new Refusal(seen, refused.reason()));
        }
    }

    /** The rows, in the order of the tags. */
    public List<PreviewRow> rows() {
        return rows.values().stream()
                .map(row -> new PreviewRow(
                        row.path,
                        row.first.tag(),
                        row.first.keyword(),
                        row.first.action(),
                        row.first.rule(),
                        List.copyOf(row.before),
                        List.copyOf(row.after),
                        row.instances))
                .toList();
    }

    /** Instances that were refused, and why. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private void add(List<Change> changes) {
        Set<Row> met = new HashSet<>();
        for (Change change : changes) {
            String path = ITEM.matcher(change.path()).replaceAll("");
            String key = path + '\t' + change.action() + '\t' + change.rule();
            Row row = rows.computeIfAbsent(key, k -> new Row(change, path));
            if (!change.before().reveal().isEmpty()) {
                row.before.add(change.before());
            }
            String after = change.after();
            if (after != null && !after.isEmpty()) {
                row.after.add(after);
            }
            if (met.add(row)) {
                row.instances++;
            }
        }
    }
}
