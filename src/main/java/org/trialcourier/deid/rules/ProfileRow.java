// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.Set;
import org.trialcourier.deid.Option;

/**
 * One row of PS3.15 Table E.1-1.
 *
 * @param tag eight hexadecimal digits, {@code x} for any digit, or {@code PRIVATE}
 * @param name the attribute's name
 * @param basic the code of the Basic Profile: X, Z, D, U or a compound such as X/Z/D
 * @param options one character for each of {@link #COLUMNS}: K, C or a dash
 * @param inEdition whether the row stands in the edition that the table names, not only in a later one
 */
public record ProfileRow(String tag, String name, String basic, String options, boolean inEdition) {
    private static final Option[] COLUMNS = {
        Option.RETAIN_SAFE_PRIVATE,
        Option.RETAIN_UIDS,
        Option.RETAIN_DEVICE_IDENTITY,
        Option.RETAIN_INSTITUTION_IDENTITY,
        Option.RETAIN_PATIENT_CHARACTERISTICS,
        Option.RETAIN_LONGITUDINAL_FULL_DATES,
        Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
        Option.CLEAN_DESCRIPTORS,
        Option.CLEAN_STRUCTURED_CONTENT,
        Option.CLEAN_GRAPHICS,
    };

    /** The option's code for this attribute: K, C, or a dash where the option says nothing about it. */
    public char code(Option option) {
        for (int column = 0; column < COLUMNS.length; column++) {
            if (COLUMNS[column] == option) {
                return options.charAt(column);
            }
        }
        return '-';
    }

    /** Whether some of the chosen options says K; {@code but} is left aside. */
    boolean keeps(Set<Option> chosen, Option but) {
        return says('K', chosen, but);
    }

    /** Whether some of the chosen options says C; {@code but} is left aside. */
    boolean cleans(Set<Option> chosen, Option but) {
        return says('C', chosen, but);
    }

    private boolean says(char code, Set<Option> chosen, Option but) {
        for (int column = 0; column < COLUMNS.length; column++) {
            if (options.charAt(column) == code && COLUMNS[column] != but && chosen.contains(COLUMNS[column])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the row tells about a date or time, which the two Longitudinal options retain. */
    public boolean isTemporal() {
        return code(Option.RETAIN_LONGITUDINAL_FULL_DATES) == 'K';
    }
}
