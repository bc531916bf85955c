// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compound code inside a sequence becomes what the type there asks, and not what the type at the top level asks. The
 * modules are walked anew here, from the tables that lie beside the project.
 */
class NestedCodesTest {
    private static final int DEEPEST = 6;
    private static final List<String> TYPES = List.of("1", "1C", "2", "2C", "3");

    /** Some attributes stand in one sequence by several ways; the strictest type counts. */
    private final Map<Long, String> types = new HashMap<>();

    private final Map<Long, Spot> spots = new HashMap<>();

    @Test
    void everyCompoundCodeInASequenceIsSettledByTheTypeThere() throws Exception {
        Path file = Samples.folder().resolveSibling("standard").resolve("iod_module_attribute_types.json.gz");
        assumeTrue(Files.exists(file), "the table is not beside the project");
        JsonNode root;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            root = JsonMapper.shared().readTree(in);
        }
        RuleBook rules = new RuleBook(Set.of(), List.of());
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Map.Entry<String, JsonNode> iod : root.get("iods").properties()) {
            if (!iod.getValue().get("profile").isNull()) {
                // Further rules of a project for a SOP class that has its own definition.
                continue;
            }
            for (JsonNode sopClass : iod.getValue().get("sopClasses")) {
                types.clear();
                for (JsonNode module : iod.getValue().get("modules")) {
                    JsonNode rows = root.get("modules").get(module.get("module").asString());
                    if (rows != null) {
                        walk(root, rows, null, 0);
                    }
                }
                for (Map.Entry<Long, String> type : types.entrySet()) {
                    int tag = type.getKey().intValue();
                    ProfileRow row = ProfileTable.standard().find(tag);
                    if (row != null && row.basic().contains("/")) {
                        seen++;
                        Treatment made = rules.decide(
                                        sopClass.asString(),
                                        spots.get(type.getKey()),
                                        tag,
                                        Dictionary.standard().vrOf(tag),
                                        "")
                                .treatment();
                        Treatment expected = expected(row.basic(), type.getValue());
                        if (made != expected) {
                            wrong.add("%s %X type %s %s -> %s"
                                    .formatted(iod.getKey(), type.getKey(), type.getValue(), row.basic(), made));
                        }
                    }
                }
            }
        }
        System.out.println("compound codes in sequences settled: " + seen);
        assertThat(seen).isGreaterThan(1_000);
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private void walk(JsonNode root, JsonNode rows, Spot spot, int depth) {
        for (JsonNode row : rows) {
            if (row.has("macro")) {
                JsonNode macro = root.get("macros").get(row.get("macro").asString());
                if (macro != null) {
                    walk(root, macro, spot, depth);
                }
                continue;
            }
            if (row.get("tag").asString().isEmpty()) {
                continue;
            }
            int tag = Integer.parseUnsignedInt(row.get("tag").asString().replace('X', '0'), 16);
            if (spot != null) {
                long key = ((long) Spot.sequenceOf(spot) << 32) | (tag & 0xFFFF_FFFFL);
                types.merge(key, row.get("type").asString(), NestedCodesTest::stricter);
                spots.put(key, spot);
            }
            if (row.has("items") && depth < DEEPEST) {
                walk(root, row.get("items"), new Spot(spot, tag, 0), depth + 1);
            }
        }
    }

    private static String stricter(String one, String other) {
        return TYPES.indexOf(one) <= TYPES.indexOf(other) ? one : other;
    }

    private static Treatment expected(String code, String type) {
        boolean value = type.startsWith("1");
        boolean presence = type.startsWith("2");
        return switch (code) {
            case "X/Z/U*" -> type.equals("3") ? Treatment.REMOVE : Treatment.NEW_UID;
            case "Z/D" -> value ? Treatment.DUMMY : Treatment.EMPTY;
            case "X/D" -> value || presence ? Treatment.DUMMY : Treatment.REMOVE;
            default -> value ? Treatment.DUMMY : presence ? Treatment.EMPTY : Treatment.REMOVE;
        };
    }
}
