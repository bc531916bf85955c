// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the questions of a trial file. */
final class FormReader {
    private final Set<String> earlier = new HashSet<>();

    List<FormField> read(JsonSpot spot) {
        return TrialReader.list(spot, this::field, FormField::id);
    }

    private FormField field(JsonSpot spot) {
        String id = TrialReader.id(spot.at("id"));
        JsonSpot typeSpot = spot.at("type");
        if (!typeSpot.isThere()) {
            typeSpot.mistake("is missing");
        }
        FormField.Type type = typeSpot.oneOf(FormField.Type.class, FormField.Type.TEXT);
        List<String> choices = spot.at("choices").texts();
        if (type == FormField.Type.CHOICE && typeSpot.isThere() && choices.isEmpty()) {
            spot.at("choices").mistake("must name the choices");
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            spot.at("choices").mistake("names a choice twice");
        }
        OptionalDouble min = spot.at("min").number();
        OptionalDouble max = spot.at("max").number();
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            spot.at("max").mistake("is less than min");
        }
        FormField field = new FormField(
                id,
                spot.at("label").needed(),
                type,
                choices,
                spot.at("required").truth(false),
                spot.at("unit").text(),
                min,
                max,
                condition(spot.at("when")));
        earlier.add(id);
        return field;
    }

    private FormField.@Nullable Condition condition(JsonSpot spot) {
        if (!spot.isThere() || !spot.isObject()) {
            return null;
        }
        String field = spot.at("field").needed();
        if (!field.isEmpty() && !earlier.contains(field)) {
            spot.at("field").mistake("is no earlier question: " + JsonSpot.quoted(field));
        }
        return new FormField.Condition(field, spot.at("equals").needed());
    }
}
