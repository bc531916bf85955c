// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an item of an ODM export says, recognised by its name or the end of its OID (CDISC names and common ones). */
enum OdmItem {
    /** The sex. */
    SEX,
    /** Year or day of birth, of which the year is kept. */
    BIRTH,
    /** The first day of the trial for the subject. */
    DAY0,
    /** The day a visit is planned for. */
    PLANNED,
    /** Whether a visit took place. */
    OCCURRED,
    /** Why it did not. */
    WHY_NOT,
    /** Nothing that imaging needs. */
    OTHER;

    private static final Map<OdmItem, List<String>> NAMES = Map.of(
            SEX,
            List.of("SEX", "GENDER"),
            BIRTH,
            List.of("BRTHDTC", "BRTHDAT", "BIRTHYEAR", "BRTHYR", "YOB", "DOB", "BRTHDAT_YYYY"),
            DAY0,
            List.of("RFSTDTC", "RFSTDAT", "DAY0", "RANDDT", "RANDDTC", "RANDDAT", "ICDAT"),
            PLANNED,
            List.of("SVPLANDT", "PLANDT", "PLANDAT", "PLANDTC", "SCHEDDT", "SCHEDDAT"),
            OCCURRED,
            List.of("SVOCCUR"),
            WHY_NOT,
            List.of("SVREASOC"));

    static OdmItem of(String oid, String name) {
        String given = name.toUpperCase(Locale.ROOT);
        String last = oid.substring(oid.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        for (OdmItem item : values()) {
            List<String> names = NAMES.getOrDefault(item, List.of());
            if (names.contains(given) || names.contains(last)) {
                return item;
            }
        }
        return OTHER;
    }

    /** M, F or O, however an EDC system writes it; empty where it is none of them. */
    static String sex(String value) {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "M", "MALE", "1" -> "M";
            case "F", "FEMALE", "2" -> "F";
            case "U", "UNKNOWN", "UNDIFFERENTIATED", "O", "OTHER", "INTERSEX" -> "O";
            default -> "";
        };
    }
}
