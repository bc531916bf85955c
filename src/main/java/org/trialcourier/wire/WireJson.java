// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it crosses the wire. Unknown fields are ignored, missing ones are not: a record is read whole or not at all. */
public final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private WireJson() {}

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException when the text is not JSON or not this message; the exception says where, not what
     */
    public static <T> T read(byte[] json, Class<T> type) {
        T value;
        try {
            JsonNode tree = MAPPER.readTree(json);
            Completeness.require(tree, type);
            value = MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(type.getSimpleName() + ": " + where(e));
        }
        if (value == null) {
            throw new IllegalArgumentException(type.getSimpleName() + ": null");
        }
        return value;
    }

    /** Reads a message from text. */
    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Reads any JSON document. */
    public static JsonNode tree(byte[] json) {
        return read(json, JsonNode.class);
    }

    /** A message as a tree. */
    public static JsonNode treeOf(Object message) {
        return MAPPER.valueToTree(message);
    }

    /** Writes a message, UTF-8, without white space. */
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /** Writes a message for people to read, with line breaks and a final one. */
    public static byte[] writePretty(Object message) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(message);
        return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a message as text, without white space. */
    public static String writeText(Object message) {
        return new String(write(message), StandardCharsets.UTF_8);
    }

    /** The Submission API as an OpenAPI 3.1 document. */
    public static byte[] description() {
        try (InputStream in = WireJson.class.getResourceAsStream("submission-api.json")) {
            if (in == null) {
                throw new IllegalStateException("the program is not complete: submission-api.json");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a message in the one form that RFC 8785 gives it: sorted keys, no white space, shortest escapes, UTF-8.
     * Whole numbers only, which is all that a receipt holds.
     */
    public static byte[] canonical(Object message) {
        StringBuilder text = new StringBuilder();
        canonical(MAPPER.<JsonNode>valueToTree(message), text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void canonical(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            String separator = "{";
            for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
                quote(field.getKey(), text.append(separator));
                canonical(field.getValue(), text.append(':'));
                separator = ",";
            }
            text.append(sorted.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (JsonNode item : node) {
                canonical(item, text.append(separator));
                separator = ",";
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            quote(node.stringValue(), text);
        } else if (node.isIntegralNumber() || node.isBoolean() || node.isNull()) {
            text.append(node);
        } else {
            throw new IllegalArgumentException("no canonical form for " + node.getNodeType());
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? "not readable"
                : "not readable at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
