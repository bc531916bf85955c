// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.trial.Limit;

/**
 * A limit that a series does not keep.
 *
 * @param message with the values seen
 * @param safeMessage with the values seen where they are numbers
 */
record Breach(String code, Phrase message, Phrase safeMessage) {

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
        Map<String, Boolean> judged = new HashMap<>();
        int bad = 0;
        int absent = 0;
        for (ImageFacts image : series.images()) {
            List<String> values = image.values(tag.getAsInt());
            values.forEach(value -> seen.merge(value, 1, Integer::sum));
            absent += values.isEmpty() ? 1 : 0;
            bad += values.stream().allMatch(value -> judged.computeIfAbsent(value, one -> allowed(limit, one))) ? 0 : 1;
        }
        String code = Codes.LIMIT + limit.tag();
        List<Breach> breaches = new ArrayList<>();
        if (bad > 0) {
            breaches.add(new Breach(
                    code,
                    values(name, Phrase.list(seen.keySet()), bad, limit, series),
                    values(name, numbers(seen), bad, limit, series)));
        }
        if (absent > 0) {
            breaches.add(same(
                    code,
                    Phrase.of(
                            "finding.limit.absent",
                            Words.images(absent),
                            series.images().size(),
                            name,
                            asked(limit))));
        }
        List<String> missing = limit.covers().stream()
                .filter(wanted -> seen.keySet().stream().noneMatch(value -> equal(wanted, value)))
                .toList();
        if (!missing.isEmpty() && absent < series.images().size()) {
            breaches.add(new Breach(
                    code,
                    Phrase.of("finding.limit.uncovered", name, Phrase.list(missing), Phrase.list(seen.keySet())),
                    Phrase.of("finding.limit.uncovered", name, Phrase.list(missing), numbers(seen))));
        }
        return breaches;
    }

    private static Phrase values(String name, Object seen, int bad, Limit.OfAttribute limit, SeriesFacts series) {
        return Phrase.of(
                "finding.limit.values",
                name,
                seen,
                Words.images(bad),
                series.images().size(),
                asked(limit));
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
        Phrase counted =
                switch (limit.counted()) {
                    case INSTANCES -> Words.images(found);
                    case FRAMES -> Phrase.of("count.frames", found);
                    case SLICES -> Phrase.of("count.slices", found);
                };
        return List.of(same(Codes.COUNT, Phrase.of("finding.limit.count", counted, range(limit.min(), limit.max()))));
    }

    static Breach same(String code, Phrase message) {
        return new Breach(code, message, message);
    }

    private static Phrase asked(Limit.OfAttribute limit) {
        if (!limit.values().isEmpty()) {
            return Phrase.of("finding.asked.values", Phrase.list(limit.values()));
        }
        if (!limit.covers().isEmpty() && limit.min().isEmpty() && limit.max().isEmpty()) {
            return Phrase.of("finding.asked.covers", Phrase.list(limit.covers()));
        }
        return range(limit.min(), limit.max());
    }

    private static Phrase range(OptionalDouble min, OptionalDouble max) {
        if (min.isPresent() && max.isPresent()) {
            return Phrase.of("finding.asked.range", min.getAsDouble(), max.getAsDouble());
        }
        return min.isPresent()
                ? Phrase.of("finding.asked.least", min.getAsDouble())
                : Phrase.of("finding.asked.most", max.orElse(0));
    }

    /** Values that are numbers; free text may hold a name and is counted only. */
    private static Object numbers(Map<String, Integer> seen) {
        List<String> numbers = seen.keySet().stream()
                .filter(value -> number(value).isPresent())
                .toList();
        return numbers.isEmpty() ? Phrase.of("finding.limit.another-value") : Phrase.list(numbers);
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
