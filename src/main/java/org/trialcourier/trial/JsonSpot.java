// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem.Mistake;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document that knows its path. Each reading method returns a usable value and notes a mistake where
 * the document is wrong, so that one pass finds them all.
 *
 * @param node what stands there, or null if nothing does (JSON null counts as nothing)
 * @param above where it stands in, or null for the document
 * @param step its name or number there; the path is put together where a mistake asks for it
 * @param mistakes shared by all places of a document
 */
record JsonSpot(@Nullable JsonNode node, @Nullable JsonSpot above, Object step, List<Mistake> mistakes) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final int MAX_TEXT = 2000;

    /** Stands where a value was wrong; callers go on with it, and the mistake keeps the document from being used. */
    static final URI NOWHERE = URI.create("https://invalid.invalid/");

    JsonSpot at(String name) {
        JsonNode child = node != null && node.isObject() ? node.get(name) : null;
        return new JsonSpot(child == null || child.isNull() ? null : child, this, name, mistakes);
    }

    boolean isThere() {
        return node != null;
    }

    /** The JSON path of this place. */
    private String path() {
        if (above == null) {
            return "$";
        }
        boolean plain = step instanceof String name && PLAIN.matcher(name).matches();
        return above.path() + (plain ? "." + step : step instanceof String ? "['" + step + "']" : "[" + step + "]");
    }

    void mistake(String message) {
        mistakes.add(new Mistake(path(), message));
    }

    /** Notes a mistake unless an object stands here. */
    boolean isObject() {
        if (node == null) {
            mistake("is missing");
            return false;
        }
        if (!node.isObject()) {
            mistake("must be an object {…}, but is " + kind());
            return false;
        }
        return true;
    }

    /** The elements of an array; none if nothing stands here. */
    List<JsonSpot> items() {
        List<JsonSpot> items = new ArrayList<>();
        if (node == null) {
            return items;
        }
        if (!node.isArray()) {
            mistake("must be a list […], but is " + kind());
            return items;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            items.add(new JsonSpot(item.isNull() ? null : item, this, i, mistakes));
        }
        return items;
    }

    /** The fields of an object, in its order; none if nothing stands here. */
    Map<String, JsonSpot> fields() {
        Map<String, JsonSpot> fields = new LinkedHashMap<>();
        if (node != null && isObject()) {
            for (String name : node.propertyNames()) {
                fields.put(name, at(name));
            }
        }
        return fields;
    }

    /** A text that must be there. */
    String needed() {
        if (node == null) {
            mistake("is missing");
            return "";
        }
        String text = text();
        if (node.isString() && text.isEmpty()) {
            mistake("must not be empty");
        }
        return text;
    }

    /** A text, or an empty one if nothing stands here. */
    String text() {
        if (node == null) {
            return "";
        }
        if (!node.isString()) {
            mistake("must be a text, but is " + kind());
            return "";
        }
        String text = node.stringValue().strip();
        if (text.length() > MAX_TEXT) {
            mistake("is longer than " + MAX_TEXT + " characters");
            return "";
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            mistake("holds control characters");
            return "";
        }
        return text;
    }

    /** A list of texts; none if nothing stands here. Numbers count as their text. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (JsonSpot item : items()) {
            texts.add(item.node != null && item.node.isNumber() ? item.node.asString() : item.needed());
        }
        return texts;
    }

    OptionalInt integer(int least, int most) {
        if (node == null) {
            return OptionalInt.empty();
        }
        if (!node.isIntegralNumber()) {
            mistake("must be a whole number, but is " + kind());
            return OptionalInt.empty();
        }
        if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            mistake("must be from " + least + " to " + most + ", but is " + node.asString());
            return OptionalInt.empty();
        }
        return OptionalInt.of(node.intValue());
    }

    OptionalDouble number() {
        if (node == null) {
            return OptionalDouble.empty();
        }
        if (!node.isNumber()) {
            mistake("must be a number, but is " + kind());
            return OptionalDouble.empty();
        }
        double value = node.asDouble();
        if (!Double.isFinite(value)) {
            mistake("is too large a number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    boolean truth(boolean otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            mistake("must be true or false, but is " + kind());
            return otherwise;
        }
        return node.booleanValue();
    }

    @Nullable
    LocalDate date() {
        String text = text();
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = GivenDay.of(text);
        if (day == null) {
            mistake("is no date of the form 2026-09-01: " + quoted(text));
        }
        return day;
    }

    ZoneId timeZone() {
        String text = needed();
        if (!text.isEmpty()) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                mistake("is no time zone such as Europe/Zurich: " + quoted(text));
            }
        }
        return ZoneOffset.UTC;
    }

    @Nullable
    Pattern pattern() {
        String text = needed();
        try {
            return text.isEmpty() ? null : Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            mistake("is no regular expression: " + e.getDescription());
            return null;
        }
    }

    /** An https address; http only to this computer. */
    URI url() {
        String text = needed();
        if (text.isEmpty()) {
            return NOWHERE;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            String host = uri.getHost();
            if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
                mistake("must be an address that starts with https://, but is " + quoted(text));
            } else if (uri.getRawUserInfo() != null) {
                mistake("must not hold a user name or password");
            } else if (scheme.equals("http") && !LOOPBACK.contains(host)) {
                mistake("must start with https:// (http:// is for this computer only)");
            } else {
                return uri;
            }
        } catch (URISyntaxException e) {
            mistake("is no address: " + quoted(text));
        }
        return NOWHERE;
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E oneOf(Class<E> type, E otherwise) {
        String text = text();
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E each : type.getEnumConstants()) {
            if (jsonName(each).equals(text)) {
                return each;
            }
        }
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(JsonSpot::jsonName).toList();
        mistake("must be one of " + String.join(", ", names) + ", but is " + quoted(text));
        return otherwise;
    }

    static String jsonName(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static String quoted(String text) {
        return '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + '"';
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private String kind() {
        if (node == null) {
            return "nothing";
        }
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a text";
            case NUMBER -> "the number " + node.asString();
            case BOOLEAN -> node.asString();
            case NULL, MISSING -> "nothing";
        };
    }
}
