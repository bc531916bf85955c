// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the part of a trial file that says what images must look like. */
final class ImagingReader {
    private static final Pattern MODALITY = Pattern.compile("[A-Z0-9_ ]{1,16}");
    private static final int MAX_COUNT = 1_000_000;

    Imaging imaging(JsonSpot spot) {
        String id = TrialReader.id(spot.at("id"));
        String name = spot.at("name").text();
        String modality = spot.at("modality").needed();
        if (!modality.isEmpty() && !MODALITY.matcher(modality).matches()) {
            spot.at("modality").mistake("is no modality such as CT: " + JsonSpot.quoted(modality));
        }
        List<SeriesRequirement> series = new ArrayList<>();
        for (JsonSpot item : spot.at("series").items()) {
            if (item.isObject()) {
                series.add(series(item));
            }
        }
        return new Imaging(id, name.isEmpty() ? id : name, modality, series);
    }

    private SeriesRequirement series(JsonSpot spot) {
        Map<String, Pattern> match = new LinkedHashMap<>();
        spot.at("match").fields().forEach((tag, where) -> {
            DeidentificationReader.checkTag(where, tag);
            Pattern pattern = where.pattern();
            if (pattern != null) {
                match.put(tag, pattern);
            }
        });
        List<Limit> limits = new ArrayList<>();
        for (JsonSpot item : spot.at("limits").items()) {
            if (item.isObject()) {
                limits.add(limit(item));
            }
        }
        return new SeriesRequirement(
                spot.at("name").needed(), spot.at("min").integer(0, MAX_COUNT).orElse(1), match, limits);
    }

    private static Limit limit(JsonSpot spot) {
        JsonSpot tag = spot.at("tag");
        JsonSpot geometry = spot.at("geometry");
        JsonSpot count = spot.at("count");
        long kinds =
                List.of(tag, geometry, count).stream().filter(JsonSpot::isThere).count();
        if (kinds != 1) {
            spot.mistake("must have exactly one of tag, geometry, count");
        }
        if (geometry.isThere()) {
            return new Limit.OfGeometry(geometry.oneOf(Limit.Geometry.class, Limit.Geometry.NO_MISSING_SLICES));
        }
        OptionalDouble min = spot.at("min").number();
        OptionalDouble max = spot.at("max").number();
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            spot.at("max").mistake("is less than min");
        }
        if (count.isThere()) {
            if (min.isEmpty() && max.isEmpty()) {
                spot.mistake("needs min or max");
            }
            return new Limit.OfCount(count.oneOf(Limit.Counted.class, Limit.Counted.INSTANCES), min, max);
        }
        List<String> values = spot.at("values").texts();
        List<String> covers = spot.at("covers").texts();
        if (kinds == 1 && min.isEmpty() && max.isEmpty() && values.isEmpty() && covers.isEmpty()) {
            spot.mistake("needs min, max, values or covers");
        }
        String name = tag.text();
        if (tag.isThere()) {
            DeidentificationReader.checkTag(tag, name);
        }
        return new Limit.OfAttribute(name, min, max, values, covers);
    }
}
