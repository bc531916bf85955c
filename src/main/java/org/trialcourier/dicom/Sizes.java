// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.Locale;

/** Sizes of files for people. */
final class Sizes {
    private Sizes() {}

    /** A part of a whole in the unit that tells them apart: {@code "2 of 3 MB"}. */
    static String part(long part, long whole) {
        String[] units = {"bytes", "KB", "MB", "GB"};
        long unit = 1;
        int at = 0;
        while (at < 3 && whole / unit >= 10_000) {
            unit *= 1000;
            at++;
        }
        if (at < 3 && whole / unit >= 1000 && part / unit / 1000 != whole / unit / 1000) {
            return String.format(
                    Locale.ROOT, "%.1f of %.1f %s", part / (unit * 1000.0), whole / (unit * 1000.0), units[at + 1]);
        }
        return part / unit + " of " + whole / unit + " " + units[at];
    }
}
