// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a trial file asks of de-identification; what its rules mean is looked at by a {@link RuleCheck}. */
final class DeidentificationReader {
    private static final Pattern TAG =
            Pattern.compile("[A-Z][A-Za-z0-9]{1,63}|\\([0-9A-Fa-fxX]{4},[0-9A-Fa-fxX]{4}\\)");
    private static final int DEFAULT_SHIFT = 365;
    private static final int MAX_SHIFT = 36_500;

    Deidentification read(JsonSpot spot) {
        if (!spot.isThere() || !spot.isObject()) {
            return new Deidentification(List.of(), List.of(), DEFAULT_SHIFT);
        }
        return new Deidentification(
                options(spot.at("options")),
                rules(spot.at("rules")),
                spot.at("dateShiftDays").integer(1, MAX_SHIFT).orElse(DEFAULT_SHIFT));
    }

    private static List<String> options(JsonSpot spot) {
        List<String> options = new ArrayList<>();
        for (JsonSpot item : spot.items()) {
            String option = item.needed();
            if (option.isEmpty()) {
                continue;
            }
            if (!Deidentification.OPTIONS.contains(option)) {
                item.mistake("is no option of PS3.15 Annex E: " + JsonSpot.quoted(option) + "; there are "
                        + String.join(", ", Deidentification.OPTIONS));
            } else if (options.contains(option)) {
                item.mistake("is named twice: " + JsonSpot.quoted(option));
            }
            options.add(option);
        }
        if (options.contains("RetainLongitudinalFullDates") && options.contains("RetainLongitudinalModifiedDates")) {
            spot.mistake("asks both to keep dates (RetainLongitudinalFullDates) and to shift them"
                    + " (RetainLongitudinalModifiedDates)");
        }
        return options;
    }

    private static List<Deidentification.Rule> rules(JsonSpot spot) {
        List<Deidentification.Rule> rules = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (JsonSpot item : spot.items()) {
            if (!item.isObject()) {
                continue;
            }
            String tag = item.at("tag").needed();
            String action = item.at("action").needed();
            for (String step : tag.split("\\.", -1)) {
                checkTag(item.at("tag"), step);
            }
            if (!action.isEmpty() && !action.matches("[KXZDUCR]")) {
                item.at("action").mistake("must be K, X, Z, D, U, C or R, but is " + JsonSpot.quoted(action));
            }
            String creator = item.at("creator").text();
            if (tag.contains("xx") && creator.isEmpty()) {
                item.mistake("needs the \"creator\" of the private attribute " + tag);
            }
            String other = seen.put(tag + creator, action);
            if (other != null) {
                item.at("tag").mistake("has two rules: " + other + " and " + action);
            }
            rules.add(new Deidentification.Rule(
                    tag, action, creator, item.at("value").text()));
        }
        return rules;
    }

    static void checkTag(JsonSpot spot, String tag) {
        if (!tag.isEmpty() && !TAG.matcher(tag).matches()) {
            spot.mistake("is no attribute: write a keyword such as PatientAge or a tag such as (0010,1010), not "
                    + JsonSpot.quoted(tag));
        }
    }
}
