// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's name in up to three writings, each with up to five components: family, given, middle, prefix, suffix
 * (PS3.5 6.2.1).
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {
    /** Takes a decoded value of VR PN apart; missing groups are empty. */
    public static PersonName parse(String value) {
        String[] group = value.split("=", 3);
        return new PersonName(
                group[0].strip(), group.length > 1 ? group[1].strip() : "", group.length > 2 ? group[2].strip() : "");
    }

    /** All components of all writings that are not empty, in order. */
    public List<String> components() {
        List<String> parts = new ArrayList<>();
        for (String group : List.of(alphabetic, ideographic, phonetic)) {
            for (String part : group.split("\\^", -1)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }

    @Override
    public String toString() {
        return "•••";
    }
}
