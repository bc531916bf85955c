// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Tag;
import org.trialcourier.trial.Limit;

/**
 * A limit that a series does not keep.
 *
 * @param message with the values seen
 * @param safeMessage with the values seen where they are numbers
 */
record Breach(String code, String message, String safeMessage) {

    /** What is wrong with a series under a limit; nothing where it keeps it. */
    static List<Breach> of(Limit limit, SeriesFacts series) {
        return switch (limit) {
            case Limit.OfAttribute attribute -> attribute(attribute, series);
            case Limit.OfCount count -> count(count, series);
            case Limit.OfGeometry geometry -> GeometryCheck.breaches(geometry.geometry(), series);
        };
    }

    private static List<Breach> attribute(Limit.OfAttribute limit, SeriesFacts series) {
        OptionalInt tag = Tag.parse(limit.tag());
        if (tag.isEmpty()) {
            return List.of();
        }
        String name = Dictionary.standard()
                .find(tag.getAsInt())
                .map(Dictionary.Entry::name)
                .orElse(limit.tag());
        Map<String, Integer> seen = new LinkedHashMap<>();
        int bad = 0;
        int absent = 0;
        for (ImageFacts image : series.images()) {
            List<String> values = image.values(tag.getAsInt());
            values.forEach(value -> seen.merge(value, 1, Integer::sum));
            absent += values.isEmpty() ? 1 : 0;
            bad += values.stream().allMatch(value -> allowed(limit, value)) ? 0 : 1;
        }
        String code = Codes.LIMIT + limit.tag();
        List<Breach> breaches = new ArrayList<>();
        if (bad > 0) {
            breaches.add(new Breach(
                    code,
                    "%s is %s in %s of %d; %s."
                            .formatted(
                                    name,
                                    Words.list(seen.keySet()),
                                    Words.images(bad),
                                    series.images().size(),
                                    asked(limit)),
                    "%s is %s in %s of %d; %s."
                            .formatted(
                                    name,
                                    numbers(seen),
                                    Words.images(bad),
                                    series.images().size(),
                                    asked(limit))));
        }
        if (absent > 0) {
            breaches.add(same(
                    code,
                    "%s of %d do not say their %s; %s."
                            .formatted(Words.images(absent), series.images().size(), name, asked(limit))));
        }
        List<String> missing = limit.covers().stream()
                .filter(wanted -> seen.keySet().stream().noneMatch(value -> equal(wanted, value)))
                .toList();
        if (!missing.isEmpty() && absent < series.images().size()) {
            breaches.add(new Breach(
                    code,
                    "%s %s is missing; there is %s.".formatted(name, Words.list(missing), Words.list(seen.keySet())),
                    "%s %s is missing; there is %s.".formatted(name, Words.list(missing), numbers(seen))));
        }
        return breaches;
    }

    private static boolean allowed(Limit.OfAttribute limit, String value) {
        if (!limit.values().isEmpty() && limit.values().stream().noneMatch(wanted -> equal(wanted, value))) {
            return false;
        }
        if (limit.min().isEmpty() && limit.max().isEmpty()) {
            return true;
        }
        OptionalDouble number = number(value);
        return number.isPresent()
                && number.getAsDouble() >= limit.min().orElse(Double.NEGATIVE_INFINITY)
                && number.getAsDouble() <= limit.max().orElse(Double.POSITIVE_INFINITY);
    }

    private static List<Breach> count(Limit.OfCount limit, SeriesFacts series) {
        long found =
                switch (limit.counted()) {
                    case INSTANCES -> series.images().size();
                    case FRAMES ->
                        series.images().stream()
                                .mapToLong(image -> image.instance().frames())
                                .sum();
                    case SLICES -> series.geometry().slices();
                };
        if (found >= limit.min().orElse(0) && found <= limit.max().orElse(Double.POSITIVE_INFINITY)) {
            return List.of();
        }
        String noun =
                switch (limit.counted()) {
                    case INSTANCES -> "image";
                    case FRAMES -> "frame";
                    case SLICES -> "slice";
                };
        return List.of(same(
                Codes.COUNT, "it has %s; %s.".formatted(Words.counted(found, noun), range(limit.min(), limit.max()))));
    }

    static Breach same(String code, String message) {
        return new Breach(code, message, message);
    }

    private static String asked(Limit.OfAttribute limit) {
        if (!limit.values().isEmpty()) {
            return "the trial allows " + String.join(", ", limit.values());
        }
        if (!limit.covers().isEmpty() && limit.min().isEmpty() && limit.max().isEmpty()) {
            return "the trial asks for " + String.join(", ", limit.covers());
        }
        return range(limit.min(), limit.max());
    }

    private static String range(OptionalDouble min, OptionalDouble max) {
        if (min.isPresent() && max.isPresent()) {
            return "the trial asks for " + Words.number(min.getAsDouble()) + " to " + Words.number(max.getAsDouble());
        }
        return min.isPresent()
                ? "the trial asks for at least " + Words.number(min.getAsDouble())
                : "the trial allows at most " + Words.number(max.orElse(0));
    }

    /** Values that are numbers; free text may hold a name and is counted only. */
    private static String numbers(Map<String, Integer> seen) {
        String numbers = seen.keySet().stream()
                .filter(value -> number(value).isPresent())
                .limit(8)
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "another value" : numbers;
    }

    private static boolean equal(String wanted, String value) {
        OptionalDouble one = number(wanted);
        OptionalDouble other = number(value);
        return (one.isPresent() && other.isPresent())
                ? Math.abs(one.getAsDouble() - other.getAsDouble()) < 1e-6
                : wanted.equalsIgnoreCase(value.strip());
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
