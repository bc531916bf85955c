// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Sha256;
import tools.jackson.databind.JsonNode;

/** How an entry is hashed: SHA-256 over the RFC 8785 form of [seq, time, who, what, details, previous hash]. */
final class Chain {
    private static final int LONGEST = 2000;

    private Chain() {}

    static AuditEntry link(
            long seq, String time, String who, String what, SortedMap<String, String> details, String previous) {
        return new AuditEntry(seq, time, who, what, details, previous, hash(seq, time, who, what, details, previous));
    }

    /** The hash that an entry must have by its content. */
    static String hash(AuditEntry entry) {
        return hash(entry.seq(), entry.time(), entry.who(), entry.what(), entry.details(), entry.previousHash());
    }

    private static String hash(
            long seq, String time, String who, String what, SortedMap<String, String> details, String previous) {
        return Sha256.hex(WireJson.canonical(List.of(seq, time, who, what, details, previous)));
    }

    /** Details as stored; text that is no JSON object of strings reads as empty, which its hash then betrays. */
    static SortedMap<String, String> details(String json) {
        SortedMap<String, String> details = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> field :
                    WireJson.read(json, JsonNode.class).properties()) {
                details.put(field.getKey(), field.getValue().asString());
            }
        } catch (IllegalArgumentException changed) {
            details.clear();
        }
        return details;
    }

    static SortedMap<String, String> safe(Map<String, String> details) {
        SortedMap<String, String> safe = new TreeMap<>();
        details.forEach((name, value) -> safe.put(safe(name), safe(value)));
        return safe;
    }

    /** One line of at most 2000 characters. */
    static String safe(String text) {
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip();
    }
}
